import { api, ProblemNotice } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReadingView } from '../../contract-reading.ts'
import { useMight } from '../use-might.ts'

/** The one step between a draft and the public. It can be taken back at once. */
export function PublishButton({ reading }: { reading: ReadingView }) {
  const { t } = useTranslation('plans')
  const { message } = App.useApp()
  const client = useQueryClient()
  const mayPublish = useMight('plans.plan.publish')
  const { id, region, plan } = { id: reading.id, region: reading.region.id, plan: reading.plan.id }
  const publish = useMutation({
    mutationFn: (published: boolean) => api('PUT', `/api/regions/${region}/plans/${plan}/publication`, { published }),
    onSuccess: async (_answer, published) => {
      await client.invalidateQueries({ queryKey: ['reading', id] })
      void message.success(t(published ? 'reading.published' : 'reading.withdrawn'))
    },
  })
  const address = `/regions/${region}/plans/${plan}`
  return (
    <div className="publish">
      {reading.planPublished ? (
        <>
          <Button href={address}>{t('reading.seePublic')}</Button>
          {mayPublish && (
            <Button type="link" danger loading={publish.isPending} onClick={() => publish.mutate(false)}>
              {t('reading.withdraw')}
            </Button>
          )}
        </>
      ) : (
        mayPublish && (
          <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(true)}>
            {t('reading.publish')}
          </Button>
        )
      )}
      {publish.error && <ProblemNotice error={publish.error} />}
    </div>
  )
}
