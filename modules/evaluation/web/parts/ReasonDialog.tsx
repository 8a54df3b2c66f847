import { ProblemNotice } from '@opensti/ui/workbench'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  title: string
  lead: string
  /** Whether a reason must be given, may be given, or is not asked for. */
  asks: 'must' | 'may' | 'no'
  busy: boolean
  error: unknown
  onOk: (reason: string | null) => void
  onClose: () => void
}

/** Says what will happen, and asks for a reason where one belongs to it. */
export function ReasonDialog({ title, lead, asks, busy, error, onOk, onClose }: Props) {
  const { t } = useTranslation('evaluation')
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: asks === 'must' && reason.trim() === '', loading: busy }}
      onOk={() => onOk(reason.trim() || null)}
      onCancel={onClose}
    >
      <p>{lead}</p>
      {asks !== 'no' && (
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={reason}
          aria-label={t('exercise.reason')}
          placeholder={t('exercise.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
    </Modal>
  )
}
