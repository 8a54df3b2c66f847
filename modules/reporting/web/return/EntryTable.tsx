import { formatPeriod } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { type ClipboardEvent, Fragment, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView, RequestView } from '../../contract.ts'
import { EntryRow } from './EntryRow.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { inTableOrder, isBlock } from './paste.ts'
import { type Draft, keyOf } from './use-draft.ts'

/** The figures of a return. Working and statistical ones stand apart, each under its own heading. */
export function EntryTable({ view, draft }: { view: RequestView; draft: Draft }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const [pasted, setPasted] = useState<{ text: string; start: number } | null>(null)
  const natures = (['working', 'statistical'] as const).filter((nature) =>
    view.entries.some((entry) => entry.nature === nature),
  )
  const known = (pick: (entry: EntryView) => string | null) => view.entries.some((entry) => pick(entry) !== null)
  const columns = { before: known((entry) => entry.before), yearBefore: known((entry) => entry.yearBefore) }
  const count = 2 + Number(columns.before) * 2 + Number(columns.yearBefore)

  /** Enter and the arrows go down and up the figures, as in a spreadsheet. */
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    if (!(event.target instanceof HTMLInputElement) || !event.target.dataset['figure']) return
    const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)
    const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
    if (!(down || up) || event.nativeEvent.isComposing) return
    const fields = [...(table.current?.querySelectorAll<HTMLInputElement>('input[data-figure]') ?? [])]
    const next = fields[fields.indexOf(event.target) + (down ? 1 : -1)]
    event.preventDefault()
    next?.focus()
    next?.select()
  }
  const paste = (event: ClipboardEvent<HTMLTableElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!view.mayWrite || !isBlock(text)) return
    event.preventDefault()
    const key = event.target instanceof HTMLInputElement ? event.target.dataset['figure'] : undefined
    const start = inTableOrder(view.entries).findIndex((entry) => keyOf(entry) === key)
    setPasted({ text, start: Math.max(start, 0) })
  }

  return (
    <section className="part" aria-label={t('entries')}>
      <table
        className={view.mayWrite ? 'rep-table rep-entries writing' : 'rep-table rep-entries'}
        ref={table}
        onKeyDown={move}
        onPaste={paste}
      >
        <caption className="hidden">{t('entries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            {columns.yearBefore && (
              <th scope="col" className="r">
                {t('yearBefore')}
                <small>{formatPeriod(view.earlier.yearBefore, language)}</small>
              </th>
            )}
            {columns.before && (
              <th scope="col" className="r">
                {t('before')}
                <small>{formatPeriod(view.earlier.before, language)}</small>
              </th>
            )}
            <th scope="col" className="r rep-now">
              {t('now')}
              <small>{formatPeriod(view.period, language)}</small>
            </th>
            {columns.before && (
              <th scope="col" className="r">
                {t('change')}
                <small>{t('changeFrom')}</small>
              </th>
            )}
          </tr>
        </thead>
        {natures.map((nature) => (
          <Fragment key={nature}>
            <tbody className={`rep-nature ${nature}`}>
              <tr className="rep-nature-row">
                <th scope="rowgroup" colSpan={count}>
                  {t(`nature.${nature}`)}
                  <small>{t(`nature.${nature}For`)}</small>
                </th>
              </tr>
              {view.entries
                .filter((entry) => entry.nature === nature)
                .map((entry) => (
                  <EntryRow key={keyOf(entry)} entry={entry} view={view} draft={draft} columns={columns} />
                ))}
            </tbody>
          </Fragment>
        ))}
      </table>
      {view.mayWrite && <p className="rep-keys">{t('keys')}</p>}
      {pasted && <PasteDialog view={view} draft={draft} {...pasted} onClose={() => setPasted(null)} />}
    </section>
  )
}
