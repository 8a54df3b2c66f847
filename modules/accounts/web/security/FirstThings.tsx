import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../contract.ts'
import { useDeviceWords } from './device-words.ts'
import { useSecurity } from './use-security.ts'

/** What has to be done before one's roles count; and where the installation tells it, the sign-in before this one. */
export function FirstThings({ person }: { person: Profile }) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const { deviceOf } = useDeviceWords()
  const due = useSecurity().data?.password.dueAt
  const { first, lastSignIn } = person
  return (
    <>
      {first && <Notice first={first} />}
      {lastSignIn && (
        <Alert
          type="info"
          role="status"
          showIcon
          className="account-must-change"
          title={t('security.account.lastSignIn', {
            time: formatMoment(lastSignIn.at, language),
            device: deviceOf(lastSignIn.device),
          })}
        />
      )}
      {due && first !== 'password-too-old' && (
        <p className="quiet">{t('security.account.due', { time: formatMoment(due, language) })}</p>
      )}
    </>
  )
}

function Notice({ first }: { first: NonNullable<Profile['first']> }) {
  const { t } = useTranslation('accounts')
  const words = {
    'password-of-others': ['account.mustChange', 'account.mustChangeLead'],
    'password-too-old': ['security.account.tooOld', 'security.account.tooOldLead'],
    'second-factor': ['security.account.needFactor', 'security.account.needFactorLead'],
  }[first]
  const [title = '', lead = ''] = words
  return <Alert type="warning" showIcon className="account-must-change" title={t(title)} description={t(lead)} />
}
