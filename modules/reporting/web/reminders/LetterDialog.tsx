import { useLanguage } from '@opensti/ui/workbench'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutstandingReturn } from '../../contract-reminders.ts'
import { type Place, placeAddress } from './use-reminders.ts'

interface Props {
  /** Overdue returns, and those returned for completion. */
  awaited: readonly OutstandingReturn[]
  place: Place
  onClose: () => void
}

/** The letter in the official layout: to whom, under which number, as Word or PDF. */
export function LetterDialog({ awaited, place, onClose }: Props) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const [to, setTo] = useState('')
  const [number, setNumber] = useState('')
  const address = (format: 'docx' | 'pdf') => {
    const question = new URLSearchParams({
      format,
      ...(to && { return: to }),
      ...(number.trim() && { number: number.trim() }),
    })
    return `${placeAddress(place)}/reminder-letter?${question}`
  }
  return (
    <Modal
      open
      title={t('reminders.paper.title')}
      onCancel={onClose}
      footer={
        awaited.length > 0 && (
          <>
            <Button href={address('pdf')}>{t('reminders.paper.pdf')}</Button>
            <Button type="primary" href={address('docx')}>
              {t('reminders.paper.word')}
            </Button>
          </>
        )
      }
    >
      {awaited.length === 0 ? (
        <p>{t('reminders.paper.none')}</p>
      ) : (
        <div className="rem-letter">
          <p className="muted">{t('reminders.paper.lead')}</p>
          <label htmlFor="letter-to">{t('reminders.paper.to')}</label>
          <Select
            id="letter-to"
            value={to}
            onChange={setTo}
            options={[
              { value: '', label: t('reminders.paper.all') },
              ...awaited.map((one) => ({
                value: one.id,
                label: `${say(one.unit.name)} · ${t(`reminders.paper.standing.${one.kind}`)}`,
              })),
            ]}
          />
          <label htmlFor="letter-number">{t('reminders.paper.number')}</label>
          <Input
            id="letter-number"
            value={number}
            maxLength={60}
            placeholder={t('reminders.paper.numberHint')}
            onChange={({ target }) => setNumber(target.value)}
          />
        </div>
      )}
    </Modal>
  )
}
