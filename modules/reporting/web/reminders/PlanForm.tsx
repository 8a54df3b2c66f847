import { ProblemNotice } from '@opensti/ui/workbench'
import { App, Button, Checkbox, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReminderPlan } from '../../contract-reminders.ts'
import { daysIn } from './days-in.ts'
import type { Reminding } from './use-reminders.ts'

interface Typed {
  before: string
  onDay: boolean
  after: string
  again: number | null
  leaderFrom: number
}

/** On which working days the region reminds by itself; folded away, because it is set once. */
export function PlanForm({ plan, deed }: { plan: ReminderPlan; deed: Reminding['plan'] }) {
  const { t } = useTranslation('reporting')
  const { message } = App.useApp()
  const days = {
    extra: t('reminders.plan.daysHint'),
    rules: [
      {
        validator: (_: unknown, text: string) =>
          daysIn(text) === null ? Promise.reject(new Error(t('reminders.plan.wrong'))) : Promise.resolve(),
      },
    ],
  }
  const save = ({ before, after, ...rest }: Typed) =>
    deed.mutate(
      { ...rest, again: rest.again ?? null, before: daysIn(before) ?? [], after: daysIn(after) ?? [] },
      { onSuccess: () => void message.success(t('reminders.plan.saved')) },
    )
  return (
    <details className="rem-plan page-action">
      <summary>{t('reminders.plan.title')}</summary>
      <p className="muted">{t('reminders.plan.lead')}</p>
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...plan, before: plan.before.join(t('list')), after: plan.after.join(t('list')) }}
        onFinish={save}
      >
        {deed.error && <ProblemNotice error={deed.error} />}
        <Form.Item name="before" label={t('reminders.plan.before')} {...days}>
          <Input inputMode="numeric" />
        </Form.Item>
        <Form.Item name="onDay" valuePropName="checked">
          <Checkbox>{t('reminders.plan.onDay')}</Checkbox>
        </Form.Item>
        <Form.Item name="after" label={t('reminders.plan.after')} {...days}>
          <Input inputMode="numeric" />
        </Form.Item>
        <Form.Item name="again" label={t('reminders.plan.again')}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
        <Form.Item
          name="leaderFrom"
          label={t('reminders.plan.leaderFrom')}
          rules={[{ required: true, message: t('reminders.plan.wrong') }]}
        >
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {t('reminders.plan.save')}
        </Button>
      </Form>
    </details>
  )
}
