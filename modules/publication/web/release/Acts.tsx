import { ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { App, Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReleaseView } from '../../contract.ts'
import { releaseLife } from '../../domain/release-life.ts'
import { useAct } from '../use-publication.ts'

type Verb = ReleaseView['verbs'][number]

/** What she may do with the release now, each with what it means before it is done. */
export function Acts({ view }: { view: ReleaseView }) {
  const { t } = useTranslation('publication')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<Verb | null>(null)
  const nameOf = (verb: Verb) => say(releaseLife.moves[verb].names)
  const act = useAct(view, (verb) => {
    setAsking(null)
    void message.success(t('release.done', { act: nameOf(verb) }))
  })
  const inOrder = [...view.verbs].sort((a, b) => Number(a === 'approve') - Number(b === 'approve'))
  return (
    <>
      {inOrder.map((verb) => (
        <Button key={verb} type={verb === 'approve' ? 'primary' : 'default'} onClick={() => setAsking(verb)}>
          {nameOf(verb)}
        </Button>
      ))}
      {asking && (
        <ActDialog
          title={nameOf(asking)}
          lead={t(`act.${asking}Lead`)}
          required={asking !== 'approve'}
          busy={act.isPending}
          error={act.error}
          onOk={(text) => act.mutate({ verb: asking, text })}
          onClose={() => {
            setAsking(null)
            act.reset()
          }}
        />
      )}
    </>
  )
}

interface DialogProps {
  title: string
  lead: string
  required: boolean
  busy: boolean
  error: unknown
  onOk: (text: string | null) => void
  onClose: () => void
}

function ActDialog({ title, lead, required, busy, error, onOk, onClose }: DialogProps) {
  const { t } = useTranslation('publication')
  const [text, setText] = useState('')
  const id = useId()
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: required && text.trim() === '', loading: busy }}
      onOk={() => onOk(text.trim() || null)}
      onCancel={onClose}
    >
      <p className="pub-muted">{lead}</p>
      <div className="pub-field">
        <label htmlFor={id}>{t(required ? 'act.reason' : 'act.text')}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
    </Modal>
  )
}
