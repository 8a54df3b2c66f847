import { formatDate } from '@opensti/ui'
import { api, DeedDialog, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetView } from '../../contract.ts'
import { lineName } from '../../domain/line-name.ts'
import { useDeed } from '../use-assessment.ts'

interface Props {
  view: SheetView
  code: string
  onClose: () => void
}

/** Says what is wrong with a line; proof goes with it. */
export function AppealDialog({ view, code, onClose }: Props) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const [file, setFile] = useState<File | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const id = useId()
  const client = useQueryClient()
  const deed = useDeed<{ id: string }>((made) => void attach(made.id))
  const unit = view.unit.id.split('/')[1]
  return (
    <DeedDialog
      title={t('sheet.appealLine', { name: say(lineName(view.formula, code)) })}
      lead={t('sheet.appealLead', {
        day: view.lastAppealDay ? formatDate(view.lastAppealDay, language) : '',
      })}
      text="required"
      busy={deed.isPending}
      error={deed.error}
      onOk={(reason) =>
        deed.mutate({
          method: 'POST',
          path: `/api/assessments/${view.assessmentId}/sheets/${unit}/appeals`,
          body: { code, reason },
          said: t('sheet.appealed'),
        })
      }
      onClose={onClose}
    >
      <div className="field">
        <label htmlFor={id}>{t('sheet.attach')}</label>
        <input
          id={id}
          type="file"
          accept=".pdf,.png,.jpg,.jpeg,.ofd,.docx,.xlsx"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      {fault !== null && <ProblemNotice error={fault} />}
    </DeedDialog>
  )

  /** The appeal stands; a file that is refused is said, and the appeal stays. */
  async function attach(appeal: string): Promise<void> {
    if (!file) {
      onClose()
      return
    }
    const form = new FormData()
    form.append('file', file)
    try {
      await api('POST', `/api/appeals/${appeal}/files`, form)
      await client.invalidateQueries({ queryKey: ['assessment'] })
      onClose()
    } catch (error) {
      setFault(error)
    }
  }
}
