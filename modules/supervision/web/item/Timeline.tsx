import { formatDate, formatMoment } from '@opensti/ui'
import { Nothing, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../contract.ts'

/** Everything said and done about an item, the latest first. */
export function Timeline({ view }: { view: ItemView }) {
  const { t } = useTranslation('supervision')
  const { say, language } = useLanguage()
  return (
    <section className="sup-part" aria-labelledby="timeline">
      <h2 id="timeline">
        {t('item.timeline')}
        <span className="sup-count">{view.entries.length}</span>
      </h2>
      {view.entries.length === 0 ? (
        <Nothing>{t('item.nothingYet')}</Nothing>
      ) : (
        <ol className="sup-timeline" reversed>
          {[...view.entries].reverse().map((entry) => (
            <li key={`${entry.at} ${entry.verb}`}>
              <time dateTime={entry.at}>{formatMoment(entry.at, language)}</time>
              <span>
                <b>{say(entry.name)}</b> <span className="sup-muted">{say(entry.by)}</span>
                {entry.text && <q>{entry.verb === 'extend' ? untilDay(entry.text) : entry.text}</q>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )

  function untilDay(day: string): string {
    return t('item.toDay', { day: formatDate(day, language) })
  }
}
