import { ProblemNotice } from '@opensti/ui/workbench'
import { Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface Said {
  text: string | null
  stepsDone: number[]
  day: string
}

interface Props {
  title: string
  lead: string
  /** Without a sentence nothing happens. */
  required: boolean
  /** Steps that may be ticked as done with this. */
  steps?: readonly { position: number; title: string }[]
  /** The label of a day that must be chosen, and the first day that may be. */
  day?: { label: string; after: string }
  busy: boolean
  error: unknown
  onOk: (said: Said) => void
  onClose: () => void
}

/** Asks for what belongs to a deed: a sentence, the steps done, a day. */
export function DeedDialog({ title, lead, required, steps = [], day, busy, error, onOk, onClose }: Props) {
  const { t } = useTranslation('supervision')
  const [text, setText] = useState('')
  const [stepsDone, setStepsDone] = useState<number[]>([])
  const [chosen, setChosen] = useState('')
  const id = useId()
  const ready = (!required || text.trim() !== '') && (!day || chosen > day.after)
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={() => onOk({ text: text.trim() || null, stepsDone, day: chosen })}
      onCancel={onClose}
    >
      <p className="sup-muted">{lead}</p>
      {day && (
        <div className="sup-field">
          <label htmlFor={`${id}-day`}>{day.label}</label>
          <Input id={`${id}-day`} type="date" value={chosen} onChange={(event) => setChosen(event.target.value)} />
        </div>
      )}
      {steps.length > 0 && (
        <fieldset className="sup-field sup-step-fields">
          <legend>{t('deed.stepsDone')}</legend>
          <Checkbox.Group<number>
            value={stepsDone}
            onChange={setStepsDone}
            options={steps.map((step) => ({ value: step.position, label: step.title }))}
          />
        </fieldset>
      )}
      <div className="sup-field">
        <label htmlFor={`${id}-text`}>{t(required ? 'deed.reason' : 'deed.text')}</label>
        <Input.TextArea
          id={`${id}-text`}
          rows={4}
          maxLength={1000}
          value={text}
          placeholder={t(required ? 'deed.required' : 'deed.optional')}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
    </Modal>
  )
}
