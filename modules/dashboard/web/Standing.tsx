import { statusKeys, statusMarks } from '@opensti/ui'
import { statusStrip } from '@opensti/ui/charts'
import { Drawing, StatusMark, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DashboardView } from '../contract.ts'
import { Light } from './Light.tsx'
import { UnitLink } from './links.tsx'

const unitsShown = 6

/** How the plans stand as a whole, and where what is red gathers. */
export function Standing({ view }: { view: DashboardView }) {
  const { t } = useTranslation('dashboard')
  return (
    <aside className="dash-standing">
      {view.plans.map((plan) => (
        <Plan key={plan.id} plan={plan} regionId={view.regionId} />
      ))}
      {view.units.length > 0 && (
        <section aria-labelledby="dash-units">
          <h2 id="dash-units">{t('units')}</h2>
          <ul className="dash-units">
            {view.units.slice(0, unitsShown).map(({ unit, red, amber }) => (
              <li key={unit.id}>
                <UnitLink unit={unit} />
                <span>
                  {red > 0 && (
                    <b>
                      <Light light="red" /> {red}
                    </b>
                  )}
                  {amber > 0 && (
                    <b>
                      <Light light="amber" /> {amber}
                    </b>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

function Plan({ plan, regionId }: { plan: DashboardView['plans'][number]; regionId: string }) {
  const { t } = useTranslation('dashboard')
  const { say, language } = useLanguage()
  const shown = statusKeys.map((status) => ({ status, count: plan.counts[status] ?? 0 })).filter(({ count }) => count)
  const label = shown.map(({ status, count }) => `${statusMarks[status].word[language]} ${count}`).join(t('listMark'))
  const heading = `dash-plan-${plan.id}`
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        <Link to="/regions/$region/plans/$plan" params={{ region: regionId, plan: plan.id }} search={{}}>
          {say(plan.name)}
        </Link>
      </h2>
      <Drawing drawing={statusStrip({ counts: shown, label: `${t('plans')} ${label}` })} />
      <ul className="dash-statuses">
        {shown.map(({ status, count }) => (
          <li key={status}>
            <StatusMark status={status} /> <b>{count}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
