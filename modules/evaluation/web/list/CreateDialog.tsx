import type { RegionView } from '@opensti/plans/contract'
import { api, ProblemNotice, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CreateEvaluation, EvaluationView } from '../../contract.ts'
import { kindNames } from '../../domain/exercise-life.ts'
import { keepEvaluation } from '../use-evaluation.ts'

/** Sets up an evaluation: of which plan, of which kind, until when. */
export function CreateDialog({ region, onClose }: { region: string; onClose: () => void }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<CreateEvaluation>()
  const place = useQuery({
    queryKey: ['ledger', `/api/regions/${region}`],
    queryFn: () => api<RegionView>('GET', `/api/regions/${region}`),
  })
  const create = useSingleMutation({
    mutationFn: (wanted: CreateEvaluation) => api<EvaluationView>('POST', `/api/regions/${region}/evaluations`, wanted),
    onSuccess: async (view) => {
      await keepEvaluation(client, view)
      void message.success(t('create.done'))
      await navigate({ to: '/evaluation/$evaluation', params: { evaluation: view.id } })
    },
  })
  const needed = [{ required: true, message: t('create.missing') }]
  const plans = place.data?.plans ?? []
  return (
    <Modal
      open
      title={t('create.title')}
      okText={t('create.ok')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted">{t('create.note')}</p>
      <Form<CreateEvaluation>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'mid-term', year: new Date().getFullYear() }}
        onFinish={(wanted) => create.mutate(wanted)}
      >
        <Form.Item name="planId" label={t('create.plan')} rules={needed}>
          <Select options={plans.map((plan) => ({ value: plan.id, label: say(plan.name) }))} />
        </Form.Item>
        <Form.Item name="kind" label={t('create.kind')} rules={needed}>
          <Select
            options={(Object.keys(kindNames) as CreateEvaluation['kind'][]).map((value) => ({
              value,
              label: say(kindNames[value]),
            }))}
          />
        </Form.Item>
        <Form.Item name="title" label={t('create.name')} rules={needed}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="year" label={t('create.year')} rules={needed}>
          <InputNumber min={2000} max={2100} />
        </Form.Item>
        <Form.Item name="dueDay" label={t('create.due')} rules={needed}>
          <Input type="date" />
        </Form.Item>
      </Form>
      {create.error && <ProblemNotice error={create.error} />}
    </Modal>
  )
}
