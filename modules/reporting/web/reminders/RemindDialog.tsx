import { ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutstandingReturn } from '../../contract-reminders.ts'
import type { Reminding } from './use-reminders.ts'
import { WhoHears } from './WhoHears.tsx'

interface Props {
  picked: readonly OutstandingReturn[]
  deed: Reminding['remind']
  onDone: () => void
  onClose: () => void
}

/** Shows who will hear what before anything goes out. */
export function RemindDialog({ picked, deed, onDone, onClose }: Props) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const remind = () =>
    deed.mutate(
      { returns: picked.map(({ id }) => id), note: note.trim() || null },
      {
        onSuccess: ({ reminded, people, passedOver }) => {
          const over = passedOver > 0 ? t('reminders.dialog.passedOver', { count: passedOver }) : ''
          void message.success(`${t('reminders.dialog.done', { reminded, people })}${over}`)
          onDone()
        },
      },
    )
  return (
    <Modal
      open
      width={640}
      title={t('reminders.dialog.title', { count: picked.length })}
      okText={t('reminders.dialog.ok')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: deed.isPending, disabled: picked.every(({ hears }) => hears.length === 0) }}
      onOk={remind}
      onCancel={onClose}
    >
      <p className="muted">{t('reminders.dialog.lead')}</p>
      <ul className="rem-preview">
        {picked.map((one) => (
          <li key={one.id}>
            <h3>{say(one.unit.name)}</h3>
            <WhoHears hears={one.hears} open={picked.length <= 3} />
          </li>
        ))}
      </ul>
      <label htmlFor="reminder-note">{t('reminders.dialog.note')}</label>
      <Input
        id="reminder-note"
        value={note}
        maxLength={200}
        placeholder={t('reminders.dialog.noteHint')}
        onChange={({ target }) => setNote(target.value)}
      />
      {deed.error && <ProblemNotice error={deed.error} />}
    </Modal>
  )
}
