import { DeedDialog } from '@opensti/ui/workbench'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppealView } from '../../contract.ts'
import type { AssessmentFormula } from '../../contract-formula.ts'
import { useDeed, useDone, useSheet } from '../use-assessment.ts'
import { InputFields } from './InputFields.tsx'
import { entryOf, kindOfLine, type TypedInput, typedFrom } from './typed-input.ts'

interface Props {
  assessment: string
  appeal: AppealView
  formula: AssessmentFormula
  onClose: () => void
}

/** Upholds an appeal with the corrected figures, or dismisses it; either way with a reason. */
export function AnswerDialog({ assessment, appeal, formula, onClose }: Props) {
  const { t } = useTranslation('assessment')
  const done = useDone()
  const sheet = useSheet(assessment, appeal.unit.id.split('/')[1] ?? '')
  const [verb, setVerb] = useState<'uphold' | 'dismiss'>('uphold')
  const [changed, setChanged] = useState<TypedInput | null>(null)
  const deed = useDeed(onClose)
  const kind = kindOfLine(formula, appeal.code)
  const typed = changed ?? typedFrom(sheet.data?.inputs.find(({ code }) => code === appeal.code))
  return (
    <DeedDialog
      title={t('sheet.answer')}
      lead={appeal.reason}
      text="required"
      ready={verb === 'dismiss' || sheet.data !== undefined}
      busy={deed.isPending}
      error={deed.error}
      onOk={(reason) =>
        deed.mutate({
          method: 'POST',
          path: `/api/appeals/${appeal.id}/answer`,
          body: { verb, reason, correction: verb === 'uphold' ? entryOf(typed, kind) : null },
          said: done(t('sheet.answer')),
        })
      }
      onClose={onClose}
    >
      <Radio.Group
        value={verb}
        onChange={(event) => setVerb(event.target.value as 'uphold' | 'dismiss')}
        options={(['uphold', 'dismiss'] as const).map((value) => ({ value, label: t(`sheet.${value}`) }))}
      />
      {verb === 'uphold' && (
        <>
          <p className="muted">{t('sheet.answerLead')}</p>
          <InputFields kind={kind} typed={typed} onChange={setChanged} />
        </>
      )}
    </DeedDialog>
  )
}
