import { useHome, useSession } from '@opensti/accounts/session'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** The rooms of reporting: one's desk, the cycles, the chain of one's unit. Those that are not hers are not shown. */
export function Tabs() {
  const { t } = useTranslation('reporting')
  const { might } = useSession()
  const { region, unit } = useHome()
  const { pathname } = useLocation()
  const here = (ending: RegExp) => (ending.test(pathname) ? ('page' as const) : undefined)
  return (
    <nav className="rep-tabs" aria-label={t('title')}>
      <Link to="/reporting" activeOptions={{ exact: true }} aria-current={here(/\/reporting(\/returns\/.*)?\/?$/)}>
        {t('desk.title')}
      </Link>
      {region && might('reporting.cycle.list') && (
        <Link to="/reporting/$region/cycles" params={{ region }} aria-current={here(/\/cycles/)}>
          {t('cycles.title')}
        </Link>
      )}
      {region && unit && might('reporting.chain.read') && (
        <Link
          to="/reporting/$region/units/$unit"
          params={{ region, unit: unit.split('/')[1] ?? '' }}
          aria-current={here(/\/units\//)}
        >
          {t('chain.title')}
        </Link>
      )}
    </nav>
  )
}
