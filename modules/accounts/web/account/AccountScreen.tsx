import { formatDate, localDay } from '@opensti/ui'
import { PageHead, ScreenLoading, useLanguage } from '@opensti/ui/workbench'
import { Card, Descriptions } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../contract.ts'
import { RoleTags } from '../RoleTags.tsx'
import { FirstThings } from '../security/FirstThings.tsx'
import { SecurityCards } from '../security/SecurityCards.tsx'
import { useSession } from '../use-session.ts'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import '../accounts.css'

/** One's own account: who one is here, the password, and where one is signed in. */
export function AccountScreen() {
  const { t } = useTranslation('accounts')
  const { person } = useSession()
  // What she has to do first stands first, and stays there until she leaves.
  const [needsFactor, setNeedsFactor] = useState(false)
  if (person?.first === 'second-factor' && !needsFactor) setNeedsFactor(true)
  if (!person) return <ScreenLoading />
  return (
    <>
      <PageHead title={t('account.title')} lead={t('account.lead')} />
      <FirstThings person={person} />
      {needsFactor && <SecurityCards />}
      <div className="account-columns">
        <AboutOneself person={person} />
        <Card title={t('account.changePassword')}>
          <ChangePasswordForm person={person} />
        </Card>
      </div>
      {!needsFactor && <SecurityCards />}
      <OwnSessions />
    </>
  )
}

function AboutOneself({ person }: { person: Profile }) {
  const { t } = useTranslation('accounts')
  const { say, language } = useLanguage()
  return (
    <Card title={t('account.profile')}>
      <Descriptions
        column={1}
        colon={false}
        size="small"
        items={[
          { key: 'name', label: t('account.name'), children: say(person.name) },
          { key: 'signInName', label: t('account.signInName'), children: <code>{person.signInName}</code> },
          {
            key: 'unit',
            label: t('account.unit'),
            children: person.unit ? say(person.unit.name) : t('account.noUnit'),
          },
          {
            key: 'roles',
            label: t('account.roles'),
            children:
              person.grants.length > 0 ? (
                <RoleTags
                  grants={person.grants}
                  unit={person.unit?.id}
                  more={({ since }) => t('account.since', { time: formatDate(localDay(new Date(since)), language) })}
                />
              ) : (
                t('account.noRoles')
              ),
          },
        ]}
      />
    </Card>
  )
}
