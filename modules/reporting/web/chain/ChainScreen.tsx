import { useSession } from '@opensti/accounts/session'
import { PageHead, Shown, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ChainView } from '../../contract.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { useChain } from '../use-reporting.ts'
import { ChainForm } from './ChainForm.tsx'
import { Delegations } from './Delegations.tsx'
import { HandOverForm } from './HandOverForm.tsx'
import '../reporting.css'

/** A unit's own chain: who prepares, checks and signs, who stands in for whom, and handing over to a successor. */
export function ChainScreen({ region, unit }: { region: string; unit: string }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const query = useChain(region, unit)
  return (
    <>
      <Tabs />
      <Shown query={query}>
        {(view) => (
          <>
            <PageHead title={t('chain.of', { unit: say(view.unit.name) })} lead={t('chain.lead')} />
            <OneChain path={`/api/regions/${region}/units/${unit}`} view={view} />
          </>
        )}
      </Shown>
    </>
  )
}

function OneChain({ path, view }: { path: string; view: ChainView }) {
  const { person, might } = useSession()
  const mine = person?.grants.some((grant) => grant.unit?.id === view.unit.id && grant.role === 'unit-leader') ?? false
  return (
    <>
      <ChainForm key={JSON.stringify(view.steps)} path={path} view={view} mayChange={mine} />
      {might('reporting.delegation.make') && <Delegations path={path} view={view} />}
      {mine && <HandOverForm path={path} view={view} />}
    </>
  )
}
