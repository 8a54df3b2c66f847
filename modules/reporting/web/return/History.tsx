import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MoveView, ReminderView, RequestView } from '../../contract.ts'

/** Every move of a return and every reminder about it, the latest first. */
export function History({ view }: { view: RequestView }) {
  const { t } = useTranslation('reporting')
  const lines = [
    ...view.moves.map((move) => ({ at: move.at, line: <Moved key={`${move.at} ${move.verb}`} move={move} /> })),
    ...view.reminders.map((one) => ({ at: one.at, line: <Reminded key={`${one.at} ${one.kind}`} reminder={one} /> })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <section className="rep-part rep-history" aria-labelledby="history">
      <h2 id="history">
        {t('history.title')}
        <span className="rep-count">{lines.length}</span>
      </h2>
      {lines.length === 0 ? (
        <p className="rep-nothing">{t('history.nothing')}</p>
      ) : (
        <ol reversed>{lines.map(({ line }) => line)}</ol>
      )}
    </section>
  )
}

function Moved({ move }: { move: MoveView }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  return (
    <Line
      at={move.at}
      who={
        <>
          <b>{say(move.by)}</b>
          {move.onBehalfOf && t('history.for', { name: say(move.onBehalfOf) })}
          {move.unit && <small>{say(move.unit)}</small>}
        </>
      }
      what={
        <>
          {say(move.name)}
          {move.reason && <q>{move.reason}</q>}
        </>
      }
    />
  )
}

function Reminded({ reminder }: { reminder: ReminderView }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  return (
    <Line
      at={reminder.at}
      who={reminder.by ? <b>{say(reminder.by)}</b> : t('reminders.byPlan')}
      what={
        <>
          {t(`reminders.history.${reminder.kind}`, { count: reminder.days })}
          {reminder.told.length > 0 && (
            <small>
              {t('reminders.history.told', { names: reminder.told.map(({ name }) => say(name)).join(t('list')) })}
            </small>
          )}
          {reminder.note && <q>{reminder.note}</q>}
        </>
      }
    />
  )
}

function Line({ at, who, what }: { at: string; who: ReactNode; what: ReactNode }) {
  const { language } = useLanguage()
  return (
    <li>
      <time dateTime={at}>{formatMoment(at, language, { short: true })}</time>
      <span>{who}</span>
      <span>{what}</span>
    </li>
  )
}
