import { DeedDialog, useLanguage } from '@opensti/ui/workbench'
import { App, Button } from 'antd'
import { useState } from 'react'
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
        <DeedDialog
          title={nameOf(asking)}
          lead={t(`act.${asking}Lead`)}
          textLabel={asking === 'approve' ? t('act.text') : undefined}
          text={asking === 'approve' ? 'optional' : 'required'}
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
