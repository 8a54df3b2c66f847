import { api, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { App, Button, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../contract.ts'
import { useDeed } from './use-people.ts'

/** Taking away the second factor of someone who has lost it: asked twice, because it cannot be given back. */
export function PersonFactor({ person }: { person: PersonView }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const reset = useDeed(() => api('POST', `/api/accounts/people/${person.id}/reset-second-factor`))
  const perform = () =>
    reset.mutate(undefined, {
      onSuccess: () => {
        setAsking(false)
        void message.success(t('security.person.resetDone', { name: say(person.name) }))
      },
    })
  return (
    <section aria-labelledby="person-factor">
      <h2 id="person-factor">{t('security.factor.title')}</h2>
      <p>{t(person.secondFactor ? 'security.person.on' : 'security.person.off')}</p>
      {person.secondFactor && !asking && <Button onClick={() => setAsking(true)}>{t('security.person.reset')}</Button>}
      {person.secondFactor && asking && (
        <>
          <p>{t('security.person.resetLead')}</p>
          <Space wrap>
            <Button danger loading={reset.isPending} onClick={perform}>
              {t('security.person.confirm')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('security.person.cancel')}</Button>
          </Space>
        </>
      )}
      {reset.error && <ProblemNotice error={reset.error} />}
    </section>
  )
}
