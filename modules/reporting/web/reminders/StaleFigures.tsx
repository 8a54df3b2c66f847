import { useSession } from '@opensti/accounts/session'
import { formatDay, formatPeriod } from '@opensti/ui'
import { Section, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useStale } from './use-reminders.ts'
import './reminders.css'

/** A planner's alarm: figures older than their frequency allows. Nothing is shown while there are none. */
export function StaleFigures() {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const { might } = useSession()
  const { data } = useStale(might('reporting.reminder.stale'))
  if (!data || data.indicators.length === 0) return null
  return (
    <Section id="stale" title={t('reminders.stale.title')} count={data.indicators.length}>
      <p className="muted">{t('reminders.stale.lead')}</p>
      <ul className="rem-stale">
        {data.indicators.map((one) => (
          <li key={`${one.regionId} ${one.indicatorId}`}>
            <Link
              to="/regions/$region/indicators/$indicator"
              params={{ region: one.regionId, indicator: one.indicatorId }}
            >
              {say(one.name)}
            </Link>
            <span>{t('reminders.stale.latest', { period: formatPeriod(one.latestPeriod, language) })}</span>
            <span className="rep-late">{t('reminders.stale.since', { day: formatDay(one.staleAfter, language) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
