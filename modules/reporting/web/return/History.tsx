import { Nothing, Section, Timeline, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { MoveView, ReminderView, RequestView } from '../../contract.ts'

/** Every move of a return and every reminder about it. */
export function History({ view }: { view: RequestView }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const entries = [...view.moves.map(moved), ...view.reminders.map(reminded)].sort((a, b) => (a.at < b.at ? -1 : 1))
  return (
    <div className="rep-history">
      <Section id="history" title={t('history.title')} count={entries.length}>
        {entries.length === 0 ? <Nothing>{t('history.nothing')}</Nothing> : <Timeline entries={entries} />}
      </Section>
    </div>
  )

  function moved({ at, name, by, onBehalfOf, unit, reason }: MoveView) {
    const who = `${say(by)}${onBehalfOf ? t('history.for', { name: say(onBehalfOf) }) : ''}`
    return { at, what: say(name), by: [who, unit && say(unit)].filter(Boolean).join(' · '), words: reason }
  }

  function reminded({ at, by, kind, days, told, note }: ReminderView) {
    const names = told.map(({ name }) => say(name)).join(t('list'))
    return {
      at,
      what: t(`reminders.history.${kind}`, { count: days }),
      by: [by ? say(by) : t('reminders.byPlan'), names && t('reminders.history.told', { names })]
        .filter(Boolean)
        .join(' · '),
      words: note,
    }
  }
}
