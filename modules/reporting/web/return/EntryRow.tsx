import { formatNumber, formatUnit } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryView, RequestView } from '../../contract.ts'
import { Change, Earlier, IndicatorName, JumpWarning, Theirs } from './EntryParts.tsx'
import { Explanation } from './Explanation.tsx'
import { differenceTo, readCell } from './figures.ts'
import { type Draft, keyOf } from './use-draft.ts'

interface Props {
  entry: EntryView
  view: RequestView
  draft: Draft
  columns: { before: boolean; yearBefore: boolean }
}

/** One figure beside those it is compared with. What is not as usual is said below it in words. */
export function EntryRow({ entry, view, draft, columns }: Props) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const edit = draft.edit(entry)
  const { value, wrong } = readCell(edit.typed, entry)
  const difference = differenceTo(value, entry.before)
  const unit = formatUnit(entry.unit, language)
  const files = view.attachments.filter((file) => file.indicatorId === entry.indicatorId && !file.removed).length
  const set = (change: { typed?: string; absentReason?: string; note?: string }) =>
    draft.put(new Map([[keyOf(entry), change]]))
  return (
    <tr className={edit.theirs ? 'conflict' : undefined}>
      <th scope="row">
        <IndicatorName entry={entry} unit={unit} files={files} />
      </th>
      {columns.yearBefore && <Earlier figure={entry.yearBefore} label={t('yearBefore')} />}
      {columns.before && <Earlier figure={entry.before} label={t('before')} />}
      <td className="r rep-now" data-label={t('now')}>
        {view.mayWrite ? (
          <Input
            data-figure={keyOf(entry)}
            inputMode="decimal"
            autoComplete="off"
            aria-label={unit ? t('figureLabel', { name: say(entry.indicator), unit }) : say(entry.indicator)}
            aria-invalid={value === undefined}
            {...(value === undefined && { status: 'error' as const })}
            value={edit.typed}
            placeholder={edit.absentReason ? t('absent.short') : ''}
            onChange={(event) => set({ typed: event.target.value })}
            onBlur={() => void draft.save()}
          />
        ) : (
          <b className="rep-figure">{entry.value === null ? '—' : formatNumber(Number(entry.value), 6)}</b>
        )}
        {value === undefined && (
          <small className="rep-late">
            {wrong ? t(`wrong.${wrong}`, { unit }) : t('noFigure', { unit: unit || t('noUnit') })}
          </small>
        )}
        {difference?.jumps && <JumpWarning share={difference.share ?? 0} />}
        <Explanation edit={edit} absent={value === null} writing={view.mayWrite} set={set} save={draft.save} />
        {edit.theirs && (
          <Theirs
            theirs={edit.theirs}
            take={() => draft.drop([keyOf(entry)])}
            keepMine={() => draft.keepMine(keyOf(entry))}
          />
        )}
      </td>
      {columns.before && (
        <td className="r rep-change" data-label={t('change')}>
          <Change difference={difference} unit={entry.unit} />
        </td>
      )}
    </tr>
  )
}
