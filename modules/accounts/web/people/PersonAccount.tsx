import { api, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MadeInvitation, PersonView } from '../../contract.ts'
import { useUndo } from '../use-undo.tsx'
import { LinkToHandOver } from './LinkToHandOver.tsx'
import { useDeed } from './use-people.ts'

/** Letting someone in and keeping someone out: pause, suspension, a new password. */
export function PersonAccount({ person }: { person: PersonView }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const told = useUndo()
  const deed = useDeed((verb: 'unlock' | 'suspend' | 'reinstate') =>
    api('POST', `/api/accounts/people/${person.id}/${verb}`),
  )
  const renew = useDeed(() => api<MadeInvitation>('POST', `/api/accounts/people/${person.id}/new-password`))
  const name = say(person.name)
  const perform = (verb: 'unlock' | 'suspend' | 'reinstate', done: string, undo?: () => Promise<unknown>) =>
    deed.mutate(verb, { onSuccess: () => told(done, undo) })

  return (
    <section aria-labelledby="person-account">
      <h2 id="person-account">{t('person.account')}</h2>
      <Space wrap>
        {person.lockedUntil && (
          <Button loading={deed.isPending} onClick={() => perform('unlock', t('person.unlocked'))}>
            {t('person.unlock')}
          </Button>
        )}
        {person.status === 'active' && (
          <Button loading={renew.isPending} onClick={() => renew.mutate(undefined)}>
            {t('person.newPassword')}
          </Button>
        )}
        {person.status === 'active' ? (
          <Button
            danger
            loading={deed.isPending}
            onClick={() => perform('suspend', t('person.suspended', { name }), () => deed.mutateAsync('reinstate'))}
          >
            {t('person.suspend')}
          </Button>
        ) : (
          <Button
            type="primary"
            loading={deed.isPending}
            onClick={() => perform('reinstate', t('person.reinstated', { name }))}
          >
            {t('person.reinstate')}
          </Button>
        )}
      </Space>
      {person.status === 'active' && !renew.data && <p className="quiet">{t('person.newPasswordLead')}</p>}
      {renew.data && <LinkToHandOver made={renew.data} name={name} />}
      {(deed.error ?? renew.error) && <ProblemNotice error={deed.error ?? renew.error} />}
    </section>
  )
}
