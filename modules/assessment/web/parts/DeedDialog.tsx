import { ProblemNotice } from '@opensti/ui/workbench'
import { Input, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  title: string
  lead: string
  /** Whether a sentence is asked for, and whether nothing happens without one. */
  text: 'none' | 'optional' | 'required'
  textLabel?: string
  ready?: boolean
  busy: boolean
  error: unknown
  onOk: (text: string | null) => void
  onClose: () => void
  children?: ReactNode
}

/** Asks once more for what belongs to a deed; further fields stand between the lead and the sentence. */
export function DeedDialog(props: Props) {
  const { title, lead, text: wanted, textLabel, ready = true, busy, error, onOk, onClose, children } = props
  const { t } = useTranslation('assessment')
  const [text, setText] = useState('')
  const id = useId()
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !ready || (wanted === 'required' && text.trim() === ''), loading: busy }}
      onOk={() => onOk(text.trim() || null)}
      onCancel={onClose}
    >
      <p className="asm-muted">{lead}</p>
      {children}
      {wanted !== 'none' && (
        <div className="asm-field">
          <label htmlFor={id}>{textLabel ?? t(wanted === 'required' ? 'reason' : 'optional')}</label>
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
    </Modal>
  )
}
