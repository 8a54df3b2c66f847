import { useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../contract.ts'
import { type ItemVerb, itemLife, sideOf } from '../../domain/item-life.ts'
import { DeedDialog, type Said } from './DeedDialog.tsx'
import { useDeed } from './use-deed.ts'

/** What goes on with an item stands out; what turns it back or ends it early does not. */
const forward: ReadonlySet<string> = new Set(['assign', 'report-progress', 'end'])
const isMove = (verb: ItemView['verbs'][number]): verb is ItemVerb => verb in itemLife.moves

/** What she may do with the item now, as buttons with words. */
export function Acts({ view }: { view: ItemView }) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  const [asking, setAsking] = useState<ItemVerb | null>(null)
  const deed = useDeed(view, () => setAsking(null))
  const moves = view.verbs.filter(isMove)
  const nameOf = (verb: ItemVerb) => say(itemLife.moves[verb].names)
  return (
    <div className="acts">
      {[...moves.filter((verb) => !forward.has(verb)), ...moves.filter((verb) => forward.has(verb))].map((verb) => (
        <Button key={verb} type={forward.has(verb) ? 'primary' : 'default'} onClick={() => setAsking(verb)}>
          {nameOf(verb)}
        </Button>
      ))}
      {asking && (
        <DeedDialog
          title={nameOf(asking)}
          lead={t(`deed.${asking}Lead`)}
          required={itemLife.moves[asking].reason === true}
          steps={sideOf[asking] === 'owner' ? openSteps(view) : []}
          busy={deed.isPending}
          error={deed.error}
          onOk={(said) => act(asking, said)}
          onClose={() => {
            setAsking(null)
            deed.reset()
          }}
        />
      )}
    </div>
  )

  function act(verb: ItemVerb, { text, stepsDone }: Said): void {
    const { version } = view
    const owner = sideOf[verb] === 'owner'
    deed.mutate({
      act: nameOf(verb),
      path: owner ? 'work' : 'oversight',
      body: owner ? { verb, version, text, stepsDone } : { verb, version, text },
    })
  }
}

function openSteps({ stepList }: ItemView) {
  return stepList.flatMap((step, position) => (step.doneOn === null ? [{ position, title: step.title }] : []))
}
