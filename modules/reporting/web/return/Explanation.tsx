import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edit } from './use-draft.ts'

interface Props {
  edit: Edit
  /** There is no figure, so the reason why is asked for. */
  absent: boolean
  writing: boolean
  set: (change: { absentReason?: string; note?: string }) => void
  save: () => Promise<boolean>
}

/** Why there is no figure, or what should be known about it: one gesture away, and shown once it is said. */
export function Explanation({ edit, absent, writing, set, save }: Props) {
  const { t } = useTranslation('reporting')
  const [open, setOpen] = useState(false)
  const publicId = useId()
  if (!writing) {
    return (
      <>
        {edit.absentReason && <small className="rep-words">{t('absent.said', { reason: edit.absentReason })}</small>}
        {edit.note && <small className="rep-words">{t('note.said', { note: edit.note })}</small>}
      </>
    )
  }
  const asks = absent && (open || edit.absentReason !== '')
  const notes = !absent && (open || edit.note !== '')
  const close = () => {
    setOpen(false)
    void save()
  }
  if (asks || notes) {
    return (
      <>
        <Input
          className="rep-explanation"
          autoFocus={open}
          maxLength={500}
          aria-label={asks ? t('absent.label') : t('note.label')}
          {...(notes && { 'aria-describedby': publicId })}
          placeholder={asks ? t('absent.placeholder') : t('note.placeholder')}
          value={asks ? edit.absentReason : edit.note}
          onChange={(event) => set(asks ? { absentReason: event.target.value } : { note: event.target.value })}
          onBlur={close}
        />
        {notes && (
          <small id={publicId} className="rep-words">
            {t('note.public')}
          </small>
        )}
      </>
    )
  }
  return (
    <Button type="link" size="small" className="rep-explain" onClick={() => setOpen(true)}>
      {absent ? t('absent.add') : t('note.add')}
    </Button>
  )
}
