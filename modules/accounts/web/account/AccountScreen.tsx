import { PageHead, useLanguage } from '@opensti/ui/workbench'
import { Alert, Card, Descriptions, Skeleton, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../contract.ts'
import { formatMoment } from '../moments.ts'
import { useSession } from '../use-session.ts'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import '../accounts.css'

/** One's own account: who one is here, the password, and where one is signed in. */
export function AccountScreen() {
  const { t } = useTranslation('accounts')
  const { person } = useSession()
  if (!person) return <Skeleton active />
  return (
    <>
      <PageHead title={t('account.title')} lead={t('account.lead')} />
      {person.mustChangePassword && (
        <Alert
          type="warning"
          showIcon
          className="account-must-change"
          title={t('account.mustChange')}
          description={t('account.mustChangeLead')}
        />
      )}
      <div className="account-columns">
        <AboutOneself person={person} />
        <Card title={t('account.changePassword')}>
          <ChangePasswordForm person={person} />
        </Card>
      </div>
      <OwnSessions />
    </>
  )
}

function AboutOneself({ person }: { person: Profile }) {
  const { t } = useTranslation('accounts')
  const { say, language } = useLanguage()
  const roles = person.grants.map((grant) => (
    <div key={grant.id}>
      <Tag>{say(grant.roleName)}</Tag>
      <small>
        {grant.unit && grant.unit.id !== person.unit?.id && `${say(grant.unit.name)} · `}
        {t('account.since', { time: formatMoment(grant.from, language) })}
      </small>
    </div>
  ))
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
            children: <div>{roles.length > 0 ? roles : t('account.noRoles')}</div>,
          },
        ]}
      />
    </Card>
  )
}
