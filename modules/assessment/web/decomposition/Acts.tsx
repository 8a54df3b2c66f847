import { DeedDialog, useLanguage } from '@opensti/ui/workbench'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecompositionView } from '../../contract-decomposition.ts'
import { decompositionLife } from '../../domain/decomposition-life.ts'
import { useDeed, useDone } from '../use-assessment.ts'

interface Props {
  view: DecompositionView
  sharing: DecompositionView['sharing']
  unsaved: boolean
}

type Asked = 'approve' | 'send-back' | 'issue' | 'withdraw' | 'change'
const forward: ReadonlySet<Asked> = new Set(['approve', 'issue'])

/** What the planner may do with a decomposition now. */
export function Acts({ view, sharing, unsaved }: Props) {
  const { t } = useTranslation('assessment')
  const { say } = useLanguage()
  const [asking, setAsking] = useState<Asked | null>(null)
  const verbs = view.verbs.filter((verb): verb is Asked => verb !== 'save')
  const nameOf = (verb: Asked) => (verb === 'change' ? t('shares.change') : say(decompositionLife.moves[verb].names))
  return (
    <>
      {[...verbs]
        .sort((a, b) => Number(forward.has(a)) - Number(forward.has(b)))
        .map((verb) => (
          <Button
            key={verb}
            type={forward.has(verb) ? 'primary' : 'default'}
            disabled={verb === 'approve' && unsaved}
            onClick={() => setAsking(verb)}
          >
            {nameOf(verb)}
          </Button>
        ))}
      {asking && (
        <Ask
          key={asking}
          view={view}
          sharing={sharing}
          verb={asking}
          name={nameOf(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

interface AskProps {
  view: DecompositionView
  sharing: DecompositionView['sharing']
  verb: Asked
  name: string
  onClose: () => void
}

function Ask({ view, sharing, verb, name, onClose }: AskProps) {
  const { t } = useTranslation('assessment')
  const navigate = useNavigate()
  const done = useDone()
  const [document, setDocument] = useState('')
  const [day, setDay] = useState('')
  const id = useId()
  const deed = useDeed<DecompositionView>((next) => {
    onClose()
    if (next.id !== view.id) void navigate({ to: '/decomposition/$decomposition', params: { decomposition: next.id } })
  })
  const uneven =
    sharing.missing.length > 0 || (view.rule === 'each' ? sharing.below.length > 0 : Number(sharing.gap) !== 0)
  const withPaper = verb === 'approve' || verb === 'change'
  const text = verb === 'issue' || (verb === 'approve' && !uneven) ? 'none' : 'required'
  return (
    <DeedDialog
      title={name}
      lead={
        verb === 'change'
          ? t('shares.changeLead')
          : verb === 'approve' && uneven
            ? t('shares.differenceLead')
            : t(`shares.moved.${verb}Lead`)
      }
      text={text}
      textLabel={verb === 'approve' ? t('shares.difference') : undefined}
      ready={!withPaper || (document.trim() !== '' && (verb === 'change' || day !== ''))}
      busy={deed.isPending}
      error={deed.error}
      onOk={send}
      onClose={onClose}
    >
      {withPaper && (
        <div className="field">
          <label htmlFor={`${id}-paper`}>{t(verb === 'approve' ? 'shares.document' : 'shares.changeDocument')}</label>
          <Input
            id={`${id}-paper`}
            maxLength={200}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </div>
      )}
      {verb === 'approve' && (
        <div className="field">
          <label htmlFor={`${id}-day`}>{t('shares.documentDay')}</label>
          <Input id={`${id}-day`} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </div>
      )}
    </DeedDialog>
  )

  function send(said: string | null): void {
    const { version } = view
    if (verb === 'change') {
      deed.mutate({
        method: 'POST',
        path: `/api/decompositions/${view.id}/versions`,
        body: { version, reason: said, document: document.trim() },
        said: done(name),
      })
      return
    }
    const paper =
      verb === 'approve' ? { document: document.trim(), documentDay: day, difference: said } : { text: said }
    deed.mutate({
      method: 'POST',
      path: `/api/decompositions/${view.id}/moves`,
      body: { verb, version, ...paper },
      said: done(name),
    })
  }
}
