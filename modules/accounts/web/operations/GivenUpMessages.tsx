import { api, ProblemNotice } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GivenUpMessage } from '../../contract.ts'
import { Moment } from '../Moment.tsx'

/** Messages that nobody took, each to be sent again once the cause is gone. Nothing is shown while there are none. */
export function GivenUpMessages({ messages }: { messages: readonly GivenUpMessage[] }) {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: (id: string) => api('POST', `/api/operations/messages/${id}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  })
  if (messages.length === 0) return null
  return (
    <section aria-labelledby="given-up">
      <h2 id="given-up" className="section-title">
        {t('operations.givenUpMessages')}
      </h2>
      <p className="quiet">{t('operations.givenUpLead')}</p>
      {retry.error && <ProblemNotice error={retry.error} />}
      <ul className="person-rows">
        {messages.map((message) => (
          <li key={message.id}>
            <span>
              {t(`operations.topics.${message.topic.replace('.', '_')}`, { defaultValue: message.topic })}
              <small>
                {t('operations.tried', { count: message.attempts, error: message.lastError })}{' '}
                <Moment at={message.givenUpAt} />
              </small>
            </span>
            <Button size="small" loading={retry.isPending} onClick={() => retry.mutate(message.id)}>
              {t('operations.sendAgain')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
