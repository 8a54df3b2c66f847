import { columnName } from '@opensti/office/addresses'
import { Field, useLanguage } from '@opensti/ui/workbench'
import { AutoComplete, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AskedLine, SheetLine, SheetMapping } from '../../contract-workbooks.ts'
import { powerBetween } from '../../domain/workbook/measures.ts'
import type { Axis, LineChange } from './mapping-edits.ts'

interface Props {
  axis: Axis
  at: number
  label: string
  line: SheetLine | undefined
  sheet: SheetMapping | undefined
  asked: readonly AskedLine[]
  disabled: boolean
  onChange: (change: LineChange) => void
}

/** What one row or column of the sheet stands for. */
export function LinePanel({ axis, at, label, line, sheet, asked, disabled, onChange }: Props) {
  const { t } = useTranslation('reporting')
  const isRow = axis === 'rows'
  const title = isRow ? t('workbooks.map.row', { row: at }) : t('workbooks.map.column', { column: columnName(at) })
  return (
    <fieldset className="wb-panel" disabled={disabled}>
      <legend>
        {title} <span className="muted">{label.trim() || t('workbooks.map.empty')}</span>
      </legend>
      <Radio.Group
        aria-label={t(isRow ? 'workbooks.map.isRow' : 'workbooks.map.isColumn')}
        value={line?.kind ?? 'none'}
        disabled={disabled}
        optionType="button"
        options={(['none', 'figures', 'total'] as const).map((value) => ({
          value,
          label: t(`workbooks.map.kind.${value}`),
        }))}
        onChange={({ target }) =>
          onChange(target.value === 'none' ? null : { kind: target.value as SheetLine['kind'] })
        }
      />
      {line?.kind === 'figures' && <Figures {...{ axis, line, sheet, asked, disabled, onChange }} />}
      {line?.kind === 'total' && <Parts {...{ axis, line, sheet, disabled, onChange }} />}
    </fieldset>
  )
}

type Part = Pick<Props, 'axis' | 'sheet' | 'asked' | 'disabled' | 'onChange'> & { line: SheetLine }

function Figures({ axis, line, sheet, asked, disabled, onChange }: Part) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const isRow = axis === 'rows'
  const indicators = new Map(asked.map((one) => [one.indicatorId, one]))
  const units = new Map(asked.map(({ unit }) => [unit.id, unit.name]))
  const own = line.indicatorId === null ? undefined : indicators.get(line.indicatorId)
  const wrong = own && line.measure !== null && powerBetween(line.measure, own.measure) === null
  const none = { value: '', label: t(isRow ? 'workbooks.map.noIndicator' : 'workbooks.map.byOther') }
  return (
    <>
      <Field label={t('workbooks.map.indicator')}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            disabled={disabled}
            value={line.indicatorId ?? ''}
            options={[
              none,
              ...[...indicators.values()].map((one) => ({
                value: one.indicatorId,
                label: `${say(one.indicator)}（${one.measure}）`,
              })),
            ]}
            onChange={(value) => onChange({ indicatorId: value || null })}
          />
        )}
      </Field>
      <Field label={t('workbooks.map.period')}>
        {(id) => (
          <Select
            id={id}
            disabled={disabled}
            value={line.period ?? ''}
            options={[
              { value: '', label: t('workbooks.map.byOther') },
              ...(['now', 'before', 'year-before'] as const).map((value) => ({
                value: value as string,
                label: t(`workbooks.map.periods.${value}`),
              })),
              ...(line.period && !['now', 'before', 'year-before'].includes(line.period)
                ? [{ value: line.period, label: line.period }]
                : []),
            ]}
            onChange={(value) => onChange({ period: value || null })}
          />
        )}
      </Field>
      <Field label={t('workbooks.map.unit')}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            disabled={disabled}
            value={line.unitId ?? ''}
            options={[
              { value: '', label: t('workbooks.map.anyUnit') },
              ...[...units].map(([value, name]) => ({ value, label: say(name) })),
            ]}
            onChange={(value) => onChange({ unitId: value || null })}
          />
        )}
      </Field>
      <Field label={t('workbooks.map.nature')}>
        {(id) => (
          <Select
            id={id}
            disabled={disabled}
            value={line.nature ?? ''}
            options={[
              { value: '', label: t('workbooks.map.anyNature') },
              { value: 'statistical', label: t('nature.statistical') },
            ]}
            onChange={(value) => onChange({ nature: value === 'statistical' ? 'statistical' : null })}
          />
        )}
      </Field>
      {isRow && (
        <Field label={t('workbooks.map.measure')}>
          {(id) => (
            <AutoComplete
              id={id}
              disabled={disabled}
              value={line.measure ?? ''}
              placeholder={own ? t('workbooks.map.measureSame', { measure: own.measure }) : ''}
              {...(wrong && { status: 'error' as const })}
              onChange={(value: string) => onChange({ measure: value.trim().slice(0, 40) || null })}
            />
          )}
        </Field>
      )}
      {wrong && (
        <small className="rep-late">
          {t('workbooks.map.measureWrong', { written: line.measure, measure: own.measure })}
        </small>
      )}
      {isRow && (
        <Field label={t('workbooks.map.whole')}>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              disabled={disabled}
              value={line.whole ?? 0}
              options={[
                { value: 0, label: t('workbooks.map.noWhole') },
                ...linesOf(sheet, 'rows').filter(({ value }) => value !== line.at),
              ]}
              onChange={(value) => onChange({ whole: value || null })}
            />
          )}
        </Field>
      )}
    </>
  )
}

function Parts({ axis, line, sheet, disabled, onChange }: Omit<Part, 'asked'>) {
  const { t } = useTranslation('reporting')
  return (
    <Field label={t(axis === 'rows' ? 'workbooks.map.parts' : 'workbooks.map.columnParts')}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          disabled={disabled}
          value={line.parts}
          maxTagCount={6}
          optionFilterProp="label"
          options={linesOf(sheet, axis)}
          onChange={(parts: number[]) => onChange({ parts: [...parts].sort((a, b) => a - b) })}
        />
      )}
    </Field>
  )
}

/** The rows or columns with figures, by number and name. */
function linesOf(sheet: SheetMapping | undefined, axis: Axis): { value: number; label: string }[] {
  return (sheet?.[axis] ?? [])
    .filter(({ kind }) => kind === 'figures')
    .map(({ at, label }) => ({ value: at, label: `${axis === 'rows' ? at : columnName(at)} ${label.trim()}` }))
}
