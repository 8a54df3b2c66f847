import { formatMoment, formatPeriod } from '@opensti/ui'
import { Nothing, PageHead, Section, Shown, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../contract.ts'
import { Due } from '../parts/Due.tsx'
import { Holder } from '../parts/Holder.tsx'
import { ReturnState } from '../parts/ReturnState.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { StaleFigures } from '../reminders/StaleFigures.tsx'
import { useDesk } from '../use-reporting.ts'
import '../reporting.css'

/** What waits for me, one clear act a row, and what of my unit is in other hands. */
export function DeskScreen() {
  const { t } = useTranslation('reporting')
  const query = useDesk()
  return (
    <>
      <Tabs />
      <PageHead title={t('desk.title')} lead={t('desk.lead')} />
      <Shown query={query}>
        {({ waiting, followed }) => (
          <>
            <Section id="waiting" title={t('desk.waiting')} count={waiting.length}>
              {waiting.length === 0 ? (
                <Nothing>{t('desk.nothing')}</Nothing>
              ) : (
                <ul className="rep-desk">
                  {waiting.map((one) => (
                    <Waiting key={one.id} one={one} />
                  ))}
                </ul>
              )}
            </Section>
            <StaleFigures />
            {followed.length > 0 && (
              <Section id="followed" title={t('desk.followed')} count={followed.length}>
                <ul className="rep-desk quiet">
                  {followed.map((one) => (
                    <Followed key={one.id} one={one} />
                  ))}
                </ul>
              </Section>
            )}
          </>
        )}
      </Shown>
    </>
  )
}

function Waiting({ one }: { one: RequestSummary }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const begun = one.state === 'preparing' && one.filled > 0
  const act = begun ? t('desk.goOn') : t(`desk.act.${one.state}`)
  return (
    <li className={one.late && !one.returned ? 'late' : undefined}>
      <Name one={one} />
      <div className="rep-desk-facts">
        <ReturnState one={one} />
        <span className="muted">
          {one.state === 'preparing'
            ? t('filled', { filled: one.filled, cells: one.cells })
            : t('desk.since', { time: formatMoment(one.since, language, { short: true }) })}
        </span>
      </div>
      <Due one={one} labelled />
      <Link className="link-button" to="/reporting/returns/$return" params={{ return: one.id }}>
        {act}
      </Link>
      {one.sentBackBecause && <p className="rep-because">{t('because', { reason: one.sentBackBecause })}</p>}
    </li>
  )
}

function Followed({ one }: { one: RequestSummary }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  return (
    <li>
      <Name one={one} linked />
      <div className="rep-desk-facts">
        <ReturnState one={one} />
      </div>
      <Due one={one} labelled />
      <span className="rep-holder">
        <Holder one={one} />
        <small>{t('desk.since', { time: formatMoment(one.since, language, { short: true }) })}</small>
      </span>
    </li>
  )
}

function Name({ one, linked = false }: { one: RequestSummary; linked?: boolean }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const title = `${formatPeriod(one.period, language)} ${say(one.cycle.names)}`
  return (
    <div className="rep-desk-name">
      {linked ? (
        <Link to="/reporting/returns/$return" params={{ return: one.id }}>
          {title}
        </Link>
      ) : (
        <b>{title}</b>
      )}
      <small>
        {say(one.unit.name)}
        {one.number > 0 && ` · ${t('correctionNumber', { number: one.number })}`}
      </small>
    </div>
  )
}
