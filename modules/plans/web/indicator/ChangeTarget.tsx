import { useMight } from '@opensti/accounts/session'
import { api, ProblemNotice, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeTarget, PlanRef, Target } from '../../contract.ts'
import { forgetLedger } from '../use-ledger.ts'

interface Props {
  plan: PlanRef
  target: Target
}

type Typed = Omit<ChangeTarget, 'targetId' | 'seen'>

/** The way for a planner to enter a decision that changes a target. */
export function ChangeTargetButton({ plan, target }: Props) {
  const { t } = useTranslation('plans')
  const [open, setOpen] = useState(false)
  const mayChange = useMight('plans.target.change', plan.regionId)
  if (!mayChange) return null
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('changeTarget.open')}
      </Button>
      {open && <ChangeTargetDialog plan={plan} target={target} onClose={() => setOpen(false)} />}
    </>
  )
}

function ChangeTargetDialog({ plan, target, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('plans')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const change = useSingleMutation({
    mutationFn: (typed: Typed) =>
      api('POST', `/api/regions/${plan.regionId}/plans/${plan.id}/target-changes`, {
        ...typed,
        targetId: target.id,
        seen: target.changes?.length ?? 0,
        value2: typed.value2 || null,
        documentNumber: typed.documentNumber || null,
        reason: typed.reason || null,
      }),
    onSuccess: async () => {
      onClose()
      await forgetLedger(client)
      void message.success(t('changeTarget.done'))
    },
  })
  const needed = [{ required: true, message: t('changeTarget.missing') }]
  const figure = { unit: target.unit }
  return (
    <Modal
      open
      title={t('changeTarget.title')}
      okText={t('changeTarget.open')}
      cancelText={t('changeTarget.cancel')}
      okButtonProps={{ loading: change.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('changeTarget.lead')}</p>
      <Form<Typed> form={form} layout="vertical" onFinish={(typed) => change.mutate(typed)}>
        <Form.Item name="value" label={t('changeTarget.value', figure)} rules={needed}>
          <Input inputMode="decimal" />
        </Form.Item>
        {target.comparator === 'range' && (
          <Form.Item name="value2" label={t('changeTarget.upper', figure)} rules={needed}>
            <Input inputMode="decimal" />
          </Form.Item>
        )}
        <Form.Item name="approver" label={t('changeTarget.approver')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="document" label={t('changeTarget.document')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="documentNumber" label={t('changeTarget.documentNumber')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="documentDate" label={t('changeTarget.documentDate')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="since" label={t('changeTarget.since')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="reason" label={t('changeTarget.reason')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {change.error && <ProblemNotice error={change.error} />}
    </Modal>
  )
}
