import { Field, DeedDialog as HouseDialog } from '@opensti/ui/workbench'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
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

/** Asks for what belongs to a deed: a day, the steps done, a sentence. */
export function DeedDialog({ required, steps = [], day, onOk, ...rest }: Props) {
  const { t } = useTranslation('supervision')
  const [stepsDone, setStepsDone] = useState<number[]>([])
  const [chosen, setChosen] = useState('')
  return (
    <HouseDialog
      {...rest}
      text={required ? 'required' : 'optional'}
      ready={!day || chosen > day.after}
      onOk={(text) => onOk({ text, stepsDone, day: chosen })}
    >
      {day && (
        <Field label={day.label}>
          {(id) => <Input id={id} type="date" value={chosen} onChange={(event) => setChosen(event.target.value)} />}
        </Field>
      )}
      {steps.length > 0 && (
        <fieldset className="field fieldset">
          <legend>{t('deed.stepsDone')}</legend>
          <Checkbox.Group<number>
            value={stepsDone}
            onChange={setStepsDone}
            options={steps.map((step) => ({ value: step.position, label: step.title }))}
          />
        </fieldset>
      )}
    </HouseDialog>
  )
}
