import { useSession } from '@opensti/accounts/session'
import { formatDay, formatPeriod, localDay } from '@opensti/ui'
import { api, Nothing, PageHead, ProblemNotice, Section, Shown, useLanguage } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../contract.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { forgetReporting, useCycles } from '../use-reporting.ts'
import { DueWhy } from './DueWhy.tsx'
import '../reporting.css'

/** What the region asks for regularly, how the latest periods stand, and the next one to open. */
export function CyclesScreen({ region }: { region: string }) {
  const { t } = useTranslation('reporting')
  const { might } = useSession()
  const query = useCycles(region)
  return (
    <>
      <Tabs />
      <PageHead
        title={t('cycles.title')}
        lead={t('cycles.lead')}
        action={
          might('reporting.cycle.create') && (
            <Link className="link-button" to="/reporting/$region/cycles/new" params={{ region }}>
              {t('cycles.new')}
            </Link>
          )
        }
      />
      <Shown query={query}>
        {({ cycles }) =>
          cycles.length === 0 ? (
            <Nothing>{t('cycles.nothing')}</Nothing>
          ) : (
            cycles.map((cycle) => <OneCycle key={cycle.code} region={region} cycle={cycle} />)
          )
        }
      </Shown>
    </>
  )
}

function OneCycle({ region, cycle }: { region: string; cycle: CycleView }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const { might } = useSession()
  return (
    <Section id={`cycle-${cycle.code}`} title={say(cycle.names)}>
      <p className="muted">
        {t('cycles.facts', {
          frequency: t(`frequency.${cycle.frequency}`),
          units: cycle.units,
          lines: cycle.lines,
          lead: say(cycle.leadUnit.name),
          workday: cycle.dueWorkday,
        })}
      </p>
      {might('reporting.workbook.read') && (
        <p>
          <Link to="/reporting/$region/cycles/$cycle/workbooks" params={{ region, cycle: cycle.code }}>
            {t('workbooks.ofCycle')}
          </Link>
        </p>
      )}
      {cycle.next && might('reporting.period.open') && <NextPeriod region={region} cycle={cycle} next={cycle.next} />}
      <table className="rep-table rep-periods">
        <caption className="hidden">{say(cycle.names)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('periodHead')}</th>
            <th scope="col">{t('due.label')}</th>
            <th scope="col">{t('cycles.stands')}</th>
            <th scope="col" className="r">
              {t('cycles.late')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cycle.periods.map((one) => (
            <tr key={one.period}>
              <th scope="row">
                {might('reporting.period.read') ? (
                  <Link
                    to="/reporting/$region/cycles/$cycle/$period"
                    params={{ region, cycle: cycle.code, period: one.period }}
                  >
                    {formatPeriod(one.period, language)}
                  </Link>
                ) : (
                  formatPeriod(one.period, language)
                )}
              </th>
              <td data-label={t('due.label')} className="rep-moment">
                {formatDay(localDay(new Date(one.dueAt)), language)}
              </td>
              <td data-label={t('cycles.stands')}>
                <Standing one={one} />
              </td>
              <td data-label={t('cycles.late')} className={one.late > 0 ? 'r' : 'r rep-none'}>
                {one.late > 0 ? <span className="rep-late">{one.late}</span> : <span className="muted">0</span>}
                {one.returned > 0 && <small className="muted">{t('cycles.returned', { count: one.returned })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** How many returns are locked, taken in, submitted, and still with their units: in words, with a bar beside. */
function Standing({ one }: { one: CycleView['periods'][number] }) {
  const { t } = useTranslation('reporting')
  const open = one.requests - one.submitted - one.accepted - one.locked
  const parts = [
    { key: 'locked', count: one.locked },
    { key: 'accepted', count: one.accepted },
    { key: 'submitted', count: one.submitted },
    { key: 'atUnits', count: open },
  ].filter(({ count }) => count > 0)
  return (
    <div className="rep-standing">
      <span className="rep-bar" aria-hidden="true">
        {parts.map(({ key, count }) => (
          <i key={key} className={`rep-bar-${key}`} style={{ flexGrow: count }} />
        ))}
      </span>
      <span>{parts.map(({ key, count }) => t(`cycles.${key}`, { count })).join(t('list'))}</span>
    </div>
  )
}

function NextPeriod({
  region,
  cycle,
  next,
}: {
  region: string
  cycle: CycleView
  next: NonNullable<CycleView['next']>
}) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const period = formatPeriod(next.period, language)
  const open = useMutation({
    mutationFn: () =>
      api<{ opened: number }>('PUT', `/api/regions/${region}/cycles/${cycle.code}/periods/${next.period}`),
    onSuccess: async ({ opened }) => {
      await forgetReporting(client)
      void message.success(t('cycles.opened', { period, count: opened }))
    },
  })
  return (
    <div className="rep-next">
      <div>
        <b>{t('cycles.next', { period })}</b>
        <DueWhy workday={cycle.dueWorkday} next={next} />
      </div>
      <Button loading={open.isPending} onClick={() => open.mutate()}>
        {t('cycles.open', { period })}
      </Button>
      {open.error && <ProblemNotice error={open.error} />}
    </div>
  )
}
