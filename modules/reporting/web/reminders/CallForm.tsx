import { ProblemNotice } from '@opensti/ui/workbench'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reminding } from './use-reminders.ts'

/** A call just made: whether somebody answered, and what was said. */
export function CallForm({ id, unit, deed }: { id: string; unit: string; deed: Reminding['call'] }) {
  const { t } = useTranslation('reporting')
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [reached, setReached] = useState(true)
  const [note, setNote] = useState('')
  if (!open) {
    return (
      <Button
        size="small"
        className="rem-call-open"
        aria-label={`${t('reminders.called')} ${unit}`}
        onClick={() => setOpen(true)}
      >
        {t('reminders.called')}
      </Button>
    )
  }
  const save = () =>
    deed.mutate(
      { id, reached, note: note.trim() || null },
      {
        onSuccess: () => {
          setOpen(false)
          setNote('')
          void message.success(t('reminders.callSaved'))
        },
      },
    )
  return (
    <form
      className="rem-call"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Radio.Group
        value={reached}
        onChange={({ target }) => setReached(target.value as boolean)}
        options={[
          { value: true, label: t('reminders.reached') },
          { value: false, label: t('reminders.notReached') },
        ]}
      />
      <Input
        autoFocus
        value={note}
        maxLength={200}
        aria-label={t('reminders.callNote')}
        placeholder={t('reminders.callNoteHint')}
        onChange={({ target }) => setNote(target.value)}
      />
      <span>
        <Button size="small" type="primary" htmlType="submit" loading={deed.isPending}>
          {t('reminders.save')}
        </Button>{' '}
        <Button size="small" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </span>
      {deed.error && <ProblemNotice error={deed.error} />}
    </form>
  )
}
