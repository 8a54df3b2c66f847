import { useMight } from '@opensti/accounts/session'
import { api, DeedDialog, ProblemNotice, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetLedger } from '../use-ledger.ts'

interface Props {
  region: string
  plan: string
  /** As the person knows it, to ask before it is withdrawn. */
  name: string
  published: boolean
}

/** The one step between a draft and the public. It can be taken back at once, with a reason for everybody. */
export function PublishPlan({ region, plan, name, published }: Props) {
  const { t } = useTranslation('plans')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const mayPublish = useMight('plans.plan.publish', region)
  const publish = useSingleMutation({
    mutationFn: (wish: { published: boolean; because?: string | null }) =>
      api('PUT', `/api/regions/${region}/plans/${plan}/publication`, wish),
    onSuccess: async (_answer, { published: next }) => {
      setAsking(false)
      await Promise.all([forgetLedger(client), client.invalidateQueries({ queryKey: ['reading'] })])
      void message.success(t(next ? 'publish.done' : 'publish.withdrawn'))
    },
  })
  if (!mayPublish) return null
  return (
    <>
      {published ? (
        <Button type="text" onClick={() => setAsking(true)}>
          {t('publish.withdraw')}
        </Button>
      ) : (
        <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate({ published: true })}>
          {t('publish.publish')}
        </Button>
      )}
      {asking && (
        <DeedDialog
          title={t('publish.withdraw')}
          lead={t('publish.withdrawEffect', { plan: name })}
          text="required"
          textLabel={t('publish.because')}
          limit={200}
          busy={publish.isPending}
          error={publish.error}
          onOk={(because) => publish.mutate({ published: false, because })}
          onClose={() => setAsking(false)}
        />
      )}
      {!asking && publish.error && <ProblemNotice error={publish.error} />}
    </>
  )
}
