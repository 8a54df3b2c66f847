import { ProblemNotice } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import { IdentityCard } from './IdentityCard.tsx'
import { SecondFactorCard } from './SecondFactorCard.tsx'
import { useDoor } from './use-door.ts'
import { useSecurity } from './use-security.ts'

/** How one's own sign-in is secured: one-time codes, and the identity provider where there is one. */
export function SecurityCards() {
  const { t } = useTranslation('accounts')
  const { data, error } = useSecurity()
  const provider = useDoor()?.provider
  return (
    <section aria-label={t('security.account.title')} className="account-columns">
      {error && <ProblemNotice error={error} />}
      {data && <SecondFactorCard factor={data.secondFactor} />}
      {data && provider && <IdentityCard provider={provider} identity={data.identity} />}
    </section>
  )
}
