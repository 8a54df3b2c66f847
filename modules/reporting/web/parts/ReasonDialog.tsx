import { ProblemNotice } from '@opensti/ui/workbench'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  title: string
  lead: string
  busy: boolean
  error: unknown
  onOk: (reason: string) => void
  onClose: () => void
}

/** Asks for the sentence that whoever is affected will read. Without it nothing happens. */
export function ReasonDialog({ title, lead, busy, error, onOk, onClose }: Props) {
  const { t } = useTranslation('reporting')
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: busy }}
      onOk={() => onOk(reason.trim())}
      onCancel={onClose}
    >
      <p className="rep-muted">{lead}</p>
      <Input.TextArea
        autoFocus
        rows={4}
        maxLength={500}
        showCount
        value={reason}
        aria-label={t('reason')}
        placeholder={t('reasonPlaceholder')}
        onChange={(event) => setReason(event.target.value)}
      />
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
    </Modal>
  )
}
