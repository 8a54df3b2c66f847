import { DeedDialog, useLanguage } from '@opensti/ui/workbench'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessmentView } from '../../contract.ts'
import { exerciseLife } from '../../domain/exercise-life.ts'
import { useDeed, useDone } from '../use-assessment.ts'

type MoveVerb = 'issue' | 'freeze' | 'withdraw'
const isMove = (verb: AssessmentView['verbs'][number]): verb is MoveVerb =>
  verb === 'issue' || verb === 'freeze' || verb === 'withdraw'

/** What supervision may do with an assessment now. */
export function Acts({ view }: { view: AssessmentView }) {
  const { t } = useTranslation('assessment')
  const { say } = useLanguage()
  const navigate = useNavigate()
  const done = useDone()
  const [asking, setAsking] = useState<MoveVerb | null>(null)
  const deed = useDeed(() => setAsking(null))
  const gather = useDeed(() => undefined)
  const nameOf = (verb: MoveVerb) => say(exerciseLife.moves[verb].names)
  const moves = view.verbs.filter(isMove)
  return (
    <>
      {view.verbs.includes('revise') && (
        <Button
          onClick={() => void navigate({ to: '/assessment/$assessment/revise', params: { assessment: view.id } })}
        >
          {t('one.revise')}
        </Button>
      )}
      {view.verbs.includes('gather') && (
        <Button
          loading={gather.isPending}
          onClick={() =>
            gather.mutate({ method: 'POST', path: `/api/assessments/${view.id}/gathering`, said: t('one.gathered') })
          }
        >
          {t('one.gather')}
        </Button>
      )}
      {[...moves].reverse().map((verb) => (
        <Button key={verb} type={verb === 'withdraw' ? 'default' : 'primary'} onClick={() => setAsking(verb)}>
          {nameOf(verb)}
        </Button>
      ))}
      {asking && (
        <DeedDialog
          key={asking}
          title={nameOf(asking)}
          lead={t(`one.moves.${asking}Lead`, { days: view.appealWorkdays })}
          text={asking === 'withdraw' ? 'required' : 'none'}
          busy={deed.isPending}
          error={deed.error}
          onOk={(text) =>
            deed.mutate({
              method: 'POST',
              path: `/api/assessments/${view.id}/moves`,
              body: { verb: asking, version: view.version, text },
              said: done(nameOf(asking)),
            })
          }
          onClose={() => {
            setAsking(null)
            deed.reset()
          }}
        />
      )}
    </>
  )
}
