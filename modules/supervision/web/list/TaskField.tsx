import type { PlanView, RegionView } from '@opensti/plans/contract'
import { api, useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Which task of which plan an item follows up. */
export function TaskField({ region }: { region: string }) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  const [planId, setPlanId] = useState<string>()
  const place = useQuery({
    queryKey: ['ledger', `/api/regions/${region}`],
    queryFn: () => api<RegionView>('GET', `/api/regions/${region}`),
  })
  const plan = useQuery({
    queryKey: ['ledger', `/api/regions/${region}/plans/${planId}`],
    queryFn: () => api<PlanView>('GET', `/api/regions/${region}/plans/${planId}`),
    enabled: planId !== undefined,
  })
  return (
    <>
      <Form.Item label={t('register.plan')}>
        <Select
          aria-label={t('register.plan')}
          value={planId}
          onChange={setPlanId}
          options={(place.data?.plans ?? []).map((one) => ({ value: one.id, label: say(one.name) }))}
        />
      </Form.Item>
      <Form.Item name="taskId" label={t('register.task')} rules={[{ required: true, message: t('register.missing') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(plan.data?.tasks ?? []).map((task) => ({
            value: task.id,
            label: say(task.title),
          }))}
        />
      </Form.Item>
    </>
  )
}
