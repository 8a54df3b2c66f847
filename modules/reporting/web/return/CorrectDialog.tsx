import { api, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'
import { forgetReporting } from '../use-reporting.ts'

/** Locked figures are corrected by another return: which of them, and why. It goes the same way. */
export function CorrectDialog({ view, onClose }: { view: RequestView; onClose: () => void }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [indicatorIds, setIndicatorIds] = useState<string[]>([])
  const open = useMutation({
    mutationFn: () => api<{ id: string }>('POST', `/api/returns/${view.id}/corrections`, { reason, indicatorIds }),
    onSuccess: async ({ id }) => {
      await forgetReporting(client)
      onClose()
      await navigate({ to: '/reporting/returns/$return', params: { return: id } })
    },
  })
  const indicators = [...new Map(view.entries.map((entry) => [entry.indicatorId, entry.indicator])).entries()]
  return (
    <Modal
      open
      title={t('correct.title')}
      okText={t('correct.ok')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: reason.trim().length < 4 || indicatorIds.length === 0, loading: open.isPending }}
      onOk={() => open.mutate()}
      onCancel={onClose}
    >
      <p className="muted">{t('correct.lead')}</p>
      <Checkbox.Group
        className="rep-choices"
        value={indicatorIds}
        onChange={setIndicatorIds}
        options={indicators.map(([value, name]) => ({ value, label: say(name) }))}
      />
      <Input.TextArea
        rows={3}
        maxLength={500}
        value={reason}
        aria-label={t('correct.reason')}
        placeholder={t('correct.reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      {open.error && <ProblemNotice error={open.error} />}
    </Modal>
  )
}
