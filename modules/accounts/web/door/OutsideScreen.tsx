import { api, Explanation, Loading, MainHeading, ProblemNotice } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FinishedErrandView } from '../../contract.ts'
import { CodeStep } from './CodeStep.tsx'
import { localPath } from './local-path.ts'
import { broughtBack, findErrand, type OutsideErrand } from './outside-errand.ts'
import { useEntry } from './use-entry.ts'
import '../accounts.css'

/** Where one stands on coming back from the identity provider: what it brought is checked, and one goes on. */
export function OutsideScreen() {
  const { t } = useTranslation('accounts')
  const brought = broughtBack(useLocation().hash)
  const errand = findErrand()
  return (
    <div className="door-single">
      {brought?.['state'] && errand ? (
        <section className="door-form">
          <Checked brought={brought} errand={errand} />
        </section>
      ) : (
        <Explanation
          title={t('security.outside.incomplete')}
          lines={[t('security.outside.incompleteLead')]}
          actions={<Link to="/sign-in">{t('security.recovery.toSignIn')}</Link>}
        />
      )}
    </div>
  )
}

function Checked({ brought, errand }: { brought: Record<string, string>; errand: OutsideErrand }) {
  const { t } = useTranslation('accounts')
  const { waiting, take } = useEntry(localPath(errand.path))
  const told = useRef(false)
  const { state, code, iss, error: refusal } = brought
  const { data, error } = useQuery({
    queryKey: ['outside', state],
    queryFn: () =>
      api<FinishedErrandView>('POST', '/api/accounts/outside/finish', {
        token: errand.token,
        state,
        ...(code && { code }),
        ...(iss && { issuer: iss }),
        ...(refusal && { error: refusal.slice(0, 200) }),
      }),
    // An answer of the provider is good once: asked again, it would only be refused.
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    if (!data || told.current) return
    told.current = true
    take(data)
  }, [data, take])

  if (waiting)
    return <CodeStep token={waiting} onEntered={take} onAgain={() => location.assign('/workbench/sign-in')} />
  return (
    <>
      <MainHeading title={t('security.outside.title')} />
      {error ? (
        <>
          <ProblemNotice error={error} />
          <p>
            <Link to={errand.path === '/account' ? '/account' : '/sign-in'}>{t('security.code.again')}</Link>
          </p>
        </>
      ) : (
        <>
          <p>{t('security.outside.wait')}</p>
          <Loading />
        </>
      )}
    </>
  )
}
