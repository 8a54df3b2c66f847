import { useMight } from '@opensti/accounts/session'
import { api, ProblemNotice, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { forgetLedger } from '../use-ledger.ts'

interface Props {
  region: string
  plan: string
  /** As the person knows it, to ask before it is withdrawn. */
  name: string
  published: boolean
}

/** The one step between a draft and the public. It can be taken back at once. */
export function PublishPlan({ region, plan, name, published }: Props) {
  const { t } = useTranslation('plans')
  const { message } = App.useApp()
  const client = useQueryClient()
  const mayPublish = useMight('plans.plan.publish', region)
  const publish = useSingleMutation({
    mutationFn: (next: boolean) => api('PUT', `/api/regions/${region}/plans/${plan}/publication`, { published: next }),
    onSuccess: async (_answer, next) => {
      await Promise.all([forgetLedger(client), client.invalidateQueries({ queryKey: ['reading'] })])
      void message.success(t(next ? 'publish.done' : 'publish.withdrawn'))
    },
  })
  if (!mayPublish) return null
  return (
    <>
      {published ? (
        <Popconfirm
          title={t('publish.withdrawAsk', { plan: name })}
          description={t('publish.withdrawEffect')}
          okText={t('publish.withdrawDo')}
          cancelText={t('publish.keep')}
          okButtonProps={{ danger: true }}
          onConfirm={() => publish.mutate(false)}
          placement="bottomRight"
          styles={{ root: { maxWidth: 'min(420px, calc(100vw - 32px))' } }}
        >
          <Button type="text" loading={publish.isPending}>
            {t('publish.withdraw')}
          </Button>
        </Popconfirm>
      ) : (
        <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(true)}>
          {t('publish.publish')}
        </Button>
      )}
      {publish.error && <ProblemNotice error={publish.error} />}
    </>
  )
}
