import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { Field } from './Field.tsx'
import { useLanguage } from './language.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

const words = {
  zh: { cancel: '取消', required: '原因', optional: '说明（可以不写）', read: '写一句话，对方会看到。' },
  en: {
    cancel: 'Cancel',
    required: 'Reason',
    optional: 'A remark (may be left out)',
    read: 'One sentence; the other side will read it.',
  },
} as const

interface Props {
  /** What is done: the heading, and the word on the button. */
  title: string
  /** What will happen. */
  lead: string
  /** Whether a sentence is asked for, and whether nothing happens without one. */
  text: 'none' | 'optional' | 'required'
  /** What the sentence is, where it is not a reason or a remark. */
  textLabel?: string | undefined
  /** The most characters that the sentence may have. */
  limit?: number
  /** Whether the further fields are filled in. */
  ready?: boolean
  busy: boolean
  error: unknown
  onOk: (text: string | null) => void
  onClose: () => void
  /** Further fields, between the lead and the sentence. */
  children?: ReactNode
}

/** Says what a deed will do, and asks for what belongs to it. */
export function DeedDialog(props: Props) {
  const { title, lead, text: wanted, textLabel, limit = 1000, ready = true, busy, error, onOk, onClose } = props
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const own = words[language]
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={own.cancel}
      okButtonProps={{ disabled: !ready || (wanted === 'required' && text.trim() === ''), loading: busy }}
      onOk={() => onOk(text.trim() || null)}
      onCancel={onClose}
    >
      <p className="muted">{lead}</p>
      {props.children}
      {wanted !== 'none' && (
        <Field label={textLabel ?? own[wanted]}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={4}
              maxLength={limit}
              value={text}
              placeholder={wanted === 'required' ? own.read : undefined}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      )}
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
    </Modal>
  )
}
