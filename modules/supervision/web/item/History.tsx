import { formatDate } from '@opensti/ui'
import { Nothing, Section, Timeline, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../contract.ts'

/** Everything said and done about an item. */
export function History({ view }: { view: ItemView }) {
  const { t } = useTranslation('supervision')
  const { say, language } = useLanguage()
  return (
    <Section id="timeline" title={t('item.timeline')} count={view.entries.length}>
      {view.entries.length === 0 ? (
        <Nothing>{t('item.nothingYet')}</Nothing>
      ) : (
        <Timeline
          entries={view.entries.map(({ at, name, by, verb, text }) => ({
            at,
            what: say(name),
            by: say(by),
            words: verb === 'extend' && text ? t('item.toDay', { day: formatDate(text, language) }) : text,
          }))}
        />
      )}
    </Section>
  )
}
