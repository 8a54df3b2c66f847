import type { UnitEntry } from '@opensti/accounts/contract'
import { api, ProblemNotice, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CreateItem, ItemView } from '../../contract.ts'
import { keepItem } from '../use-supervision.ts'
import { sources } from './filter-items.ts'
import { StepFields } from './StepFields.tsx'
import { TaskField } from './TaskField.tsx'

interface Typed {
  sourceKind: CreateItem['sourceKind']
  sourceName: string
  sourceDay?: string
  title: string
  taskId?: string
  leadUnit: string
  coopUnits?: string[]
  dueDay: string
  steps?: { title: string; dueDay?: string }[]
}

/** Takes up a matter once: where it comes from, what is to be done, by whom and by when. */
export function RegisterDialog({ region, onClose }: { region: string; onClose: () => void }) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<Typed>()
  const kind = Form.useWatch('sourceKind', form)
  const units = useQuery({
    queryKey: ['supervision', 'units', region],
    queryFn: () => api<{ units: UnitEntry[] }>('GET', `/api/accounts/units?region=${region}`),
  })
  const create = useSingleMutation({
    mutationFn: (typed: Typed) => api<ItemView>('POST', `/api/regions/${region}/items`, itemOf(typed)),
    onSuccess: async (view) => {
      await keepItem(client, view)
      void message.success(t('register.done'))
      await navigate({ to: '/supervision/items/$item', params: { item: view.id } })
    },
  })
  const options = (units.data?.units ?? []).map((unit) => ({ value: unit.id, label: say(unit.name) }))
  const needed = [{ required: true, message: t('register.missing') }]
  return (
    <Modal
      open
      width={720}
      title={t('register.title')}
      okText={t('register.ok')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        className="fields"
        initialValues={{ sourceKind: 'minutes', coopUnits: [], steps: [] }}
        onFinish={(typed) => create.mutate(typed)}
      >
        <Form.Item name="sourceKind" label={t('register.kind')}>
          <Select options={sources.map((value) => ({ value, label: t(`source.${value}`) }))} />
        </Form.Item>
        <Form.Item name="sourceDay" label={t('register.sourceDay')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="sourceName" label={t('register.sourceName')} rules={needed} className="whole">
          <Input maxLength={200} placeholder={t('register.sourceExample')} />
        </Form.Item>
        {kind === 'plan-task' && <TaskField region={region} />}
        <Form.Item name="title" label={t('register.what')} rules={needed} className="whole">
          <Input maxLength={200} placeholder={t('register.whatExample')} />
        </Form.Item>
        <Form.Item name="leadUnit" label={t('register.leadUnit')} rules={needed}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
        <Form.Item name="dueDay" label={t('register.dueDay')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="coopUnits" label={t('register.coopUnits')} className="whole">
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
        <StepFields />
      </Form>
      {create.error && <ProblemNotice error={create.error} />}
    </Modal>
  )
}

function itemOf({ sourceDay, taskId, coopUnits = [], steps = [], ...rest }: Typed): CreateItem {
  return {
    ...rest,
    sourceDay: sourceDay || null,
    taskId: rest.sourceKind === 'plan-task' ? (taskId ?? null) : null,
    coopUnits,
    steps: steps.map((step) => ({ title: step.title, dueDay: step.dueDay || null })),
  }
}
