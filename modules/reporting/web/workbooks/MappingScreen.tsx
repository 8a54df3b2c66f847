import { UndoOutlined } from '@ant-design/icons'
import { addressOf } from '@opensti/office/addresses'
import { Field, Nothing, PageHead, ProblemNotice, Shown, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Select, Tabs as SheetTabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormField, WorkbookView } from '../../contract-workbooks.ts'
import { headOf } from '../../domain/workbook/sheet-grid.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { LinePanel } from './LinePanel.tsx'
import { SheetGrid, type Spot } from './SheetGrid.tsx'
import { type MappingEditor, useMapping } from './use-mapping.ts'
import { useWorkbook } from './use-workbooks.ts'
import '../reporting.css'
import './workbooks.css'

interface Place {
  region: string
  cycle: string
}

/** A workbook drawn as it looks, and what its cells stand for. */
export function MappingScreen({
  region,
  cycle,
  workbook,
  version,
}: Place & { workbook: string; version?: string | undefined }) {
  const query = useWorkbook(region, cycle, workbook, version)
  return (
    <>
      <Tabs />
      <Shown query={query}>
        {(view) => (
          <OneWorkbook
            key={`${view.id} ${view.mappingVersion} ${view.version}`}
            region={region}
            cycle={cycle}
            view={view}
          />
        )}
      </Shown>
    </>
  )
}

function OneWorkbook({ region, cycle, view }: Place & { view: WorkbookView }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const editor = useMapping(region, cycle, view)
  const sheets = view.sheets.filter(({ cells }) => cells.length > 0)
  const first = sheets.find(({ sheet }) => editor.mapping.sheets.some((one) => one.sheet === sheet)) ?? sheets[0]
  const [open, setOpen] = useState(first?.sheet ?? '')
  const sheet = sheets.find((one) => one.sheet === open) ?? sheets[0]
  const save = () =>
    editor.save.mutate(undefined, {
      onSuccess: ({ version }) => void message.success(t('workbooks.map.savedNow', { version })),
    })
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/reporting/$region/cycles/$cycle/workbooks" params={{ region, cycle }}>
            {say(view.cycle.names)} · {t('workbooks.template.title')}
          </Link>
        }
        title={t('workbooks.map.title')}
        lead={view.fileName}
        action={
          view.mayMap && (
            <div className="acts">
              <Button icon={<UndoOutlined />} disabled={!editor.isChanged} onClick={editor.undo}>
                {t('workbooks.map.undo')}
              </Button>
              <Button
                type="primary"
                loading={editor.save.isPending}
                disabled={
                  editor.mapping.sheets.length === 0 || (view.mappingVersion === view.version && !editor.isChanged)
                }
                onClick={save}
              >
                {t('workbooks.map.save')}
              </Button>
            </div>
          )
        }
      />
      {editor.save.error && <ProblemNotice error={editor.save.error} />}
      <Stand view={view} editor={editor} />
      {sheets.length > 1 && (
        <SheetTabs
          activeKey={open}
          onChange={setOpen}
          items={sheets.map((one) => ({ key: one.sheet, label: one.sheet }))}
        />
      )}
      {sheet && <OneSheet key={sheet.sheet} sheet={sheet} view={view} editor={editor} />}
    </>
  )
}

/** How much has a place, and what has none. */
function Stand({ view, editor }: { view: WorkbookView; editor: MappingEditor }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const { left } = editor
  const shown = left.slice(0, 8).map((one) => say(one.indicator))
  if (left.length > shown.length) shown.push(t('workbooks.map.more', { count: left.length }))
  const words = [
    standOf(),
    t('workbooks.map.stands', { all: view.lines.length, mapped: view.lines.length - left.length }),
  ]
  function standOf(): string {
    const { version, mappingVersion: shown } = view
    if (shown === null) return t('workbooks.map.proposed')
    return shown === version ? t('workbooks.map.saved', { version }) : t('workbooks.map.older', { shown, version })
  }
  if (editor.mapping.sheets.length === 0)
    return <Alert className="rep-banner" type="warning" showIcon title={t('workbooks.map.nothing')} />
  return (
    <Alert
      className="rep-banner"
      type={left.length > 0 ? 'warning' : 'info'}
      showIcon
      title={words.join(' ')}
      description={left.length > 0 ? t('workbooks.map.left', { names: shown.join(t('list')) }) : undefined}
    />
  )
}

function OneSheet({
  sheet,
  view,
  editor,
}: {
  sheet: WorkbookView['sheets'][number]
  view: WorkbookView
  editor: MappingEditor
}) {
  const { t } = useTranslation('reporting')
  const [selected, setSelected] = useState<Spot | null>(null)
  const look = editor.looks.get(sheet.sheet)!
  const mapping = editor.mapping.sheets.find((one) => one.sheet === sheet.sheet)
  const label = { rows: '', columns: '' }
  if (selected) {
    label.rows = look.text(selected.row, mapping?.nameColumn ?? 1)
    label.columns = mapping ? headOf(look, selected.column, mapping) : look.text(1, selected.column)
  }
  return (
    <div className="wb-mapping">
      <div>
        <Legend />
        <SheetGrid sheet={sheet} look={look} mapping={mapping} selected={selected} onSelect={setSelected} />
      </div>
      <aside className="wb-panels" aria-label={t('workbooks.map.title')}>
        {!view.mayMap && <p className="muted">{t('workbooks.map.looking')}</p>}
        {!selected && <Nothing>{t('workbooks.map.pick')}</Nothing>}
        {selected &&
          (['rows', 'columns'] as const).map((axis) => {
            const at = axis === 'rows' ? selected.row : selected.column
            return (
              <LinePanel
                key={`${axis} ${at}`}
                axis={axis}
                at={at}
                label={label[axis]}
                line={mapping?.[axis].find((line) => line.at === at)}
                sheet={mapping}
                asked={view.lines}
                disabled={!view.mayMap}
                onChange={(change) => editor.line({ sheet: sheet.sheet, axis, at }, change)}
              />
            )
          })}
        {selected && (
          <FieldPanel
            spot={selected}
            fields={mapping?.fields ?? []}
            disabled={!view.mayMap}
            onChange={(field) => editor.field({ sheet: sheet.sheet, ...selected }, field)}
          />
        )}
      </aside>
    </div>
  )
}

const fieldNames = ['unit', 'period', 'leader', 'checker', 'preparer', 'phone', 'day'] as const

/** What is written into one cell beside the figures. */
function FieldPanel({
  spot,
  fields,
  disabled,
  onChange,
}: {
  spot: Spot
  fields: readonly FormField[]
  disabled: boolean
  onChange: (field: FormField['field'] | null) => void
}) {
  const { t } = useTranslation('reporting')
  const here = fields.filter((one) => one.intoRow === spot.row && one.intoColumn === spot.column)
  const first = here[0]?.field
  return (
    <fieldset className="wb-panel" disabled={disabled}>
      <legend>{t('workbooks.map.cell', { address: addressOf(spot) })}</legend>
      {here.length > 1 ? (
        <p>{here.map(({ field }) => t(`workbooks.map.fields.${field}`)).join(t('list'))}</p>
      ) : (
        <Field label={t('workbooks.map.isField')}>
          {(id) => (
            <Select
              id={id}
              disabled={disabled}
              value={first ?? ''}
              options={[
                { value: '', label: t('workbooks.map.noField') },
                ...fieldNames.map((value) => ({ value: value as string, label: t(`workbooks.map.fields.${value}`) })),
              ]}
              onChange={(value) => onChange((value || null) as FormField['field'] | null)}
            />
          )}
        </Field>
      )}
    </fieldset>
  )
}

function Legend() {
  const { t } = useTranslation('reporting')
  return (
    <ul className="wb-legend">
      <li>
        <b className="wb-is-figure">●</b> {t('workbooks.map.legend.figures')}
      </li>
      <li>
        <b className="wb-is-figure">└</b> {t('workbooks.map.legend.part')}
      </li>
      <li>
        <b className="wb-is-total">Σ</b> {t('workbooks.map.legend.total')}
      </li>
      <li>
        <b className="wb-is-field" /> {t('workbooks.map.legend.field')}
      </li>
      <li>
        <b className="wb-is-formula">ƒ</b> {t('workbooks.map.legend.formula')}
      </li>
    </ul>
  )
}
