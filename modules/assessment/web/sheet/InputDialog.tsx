import { DeedDialog, useLanguage } from '@opensti/ui/workbench'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetView } from '../../contract.ts'
import { lineName } from '../../domain/line-name.ts'
import { useDeed } from '../use-assessment.ts'
import { InputFields } from './InputFields.tsx'
import { entryOf, kindOfLine, typedFrom } from './typed-input.ts'

interface Props {
  view: SheetView
  code: string
  onClose: () => void
}

/** Enters one line of a sheet, for supervision. */
export function InputDialog({ view, code, onClose }: Props) {
  const { t } = useTranslation('assessment')
  const { say } = useLanguage()
  const input = view.inputs.find((one) => one.code === code)
  const [typed, setTyped] = useState(() => typedFrom(input))
  const deed = useDeed(onClose)
  const kind = kindOfLine(view.formula, code)
  const needsWords = !typed.applies || kind === 'judged'
  return (
    <DeedDialog
      title={t('sheet.enterLine', { name: say(lineName(view.formula, code)) })}
      lead={say(view.unit.name)}
      text={needsWords ? 'required' : 'optional'}
      textLabel={needsWords ? t('sheet.why') : undefined}
      busy={deed.isPending}
      error={deed.error}
      onOk={(reason) =>
        deed.mutate({
          method: 'PUT',
          path: `/api/assessments/${view.assessmentId}/inputs`,
          body: { entries: [{ unitId: view.unit.id, code, ...entryOf(typed, kind), reason }] },
          said: t('sheet.entered'),
        })
      }
      onClose={onClose}
    >
      <InputFields kind={kind} typed={typed} onChange={setTyped} />
    </DeedDialog>
  )
}
