import { formatMoment } from '@opensti/ui'
import { api, useLanguage } from '@opensti/ui/workbench'
import { App, Button, Card, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoorView, OwnSecurityView } from '../../contract.ts'
import { useOutside } from '../door/use-outside.ts'
import { ProofForm } from './ProofForm.tsx'
import { useSecurityDeed } from './use-security.ts'

interface Props {
  provider: NonNullable<DoorView['provider']>
  identity: OwnSecurityView['identity']
}

/** The link of one's own account to the identity provider. */
export function IdentityCard({ provider, identity }: Props) {
  const { t } = useTranslation('accounts')
  const { say, language } = useLanguage()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const name = say(provider.label)
  const go = useOutside('/account')
  const unlink = useSecurityDeed(
    (currentPassword: string) => api('POST', '/api/accounts/own/identity/unlink', { currentPassword }),
    () => {
      setAsking(false)
      void message.success(t('security.identity.unlinked'))
    },
  )
  const since = identity ? formatMoment(identity.since, language) : ''
  return (
    <Card
      title={t('security.identity.title', { name })}
      extra={
        <Tag color={identity ? 'success' : 'default'}>
          {identity ? t('security.person.on') : t('security.identity.off')}
        </Tag>
      }
    >
      {asking ? (
        <ProofForm
          lead={identity ? t('security.identity.unlinkLead') : t('security.identity.offLead', { name })}
          submit={t(identity ? 'security.identity.unlink' : 'security.identity.link')}
          danger={identity !== null}
          withCode={false}
          isBusy={identity ? unlink.isPending : go.isPending}
          error={identity ? unlink.error : go.error}
          onSubmit={({ currentPassword }) =>
            identity
              ? unlink.mutate(currentPassword)
              : go.mutate({ url: '/api/accounts/own/identity', body: { currentPassword } })
          }
          onCancel={() => setAsking(false)}
        />
      ) : (
        <>
          <p>{identity ? t('security.identity.on', { time: since }) : t('security.identity.offLead', { name })}</p>
          <Button onClick={() => setAsking(true)}>
            {t(identity ? 'security.identity.unlink' : 'security.identity.link')}
          </Button>
        </>
      )}
    </Card>
  )
}
