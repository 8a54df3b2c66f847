import { ApiError, api, DeedDialog, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvaluationView, MoveEvaluation } from '../../contract.ts'
import { exerciseLife } from '../../domain/exercise-life.ts'
import { keepEvaluation } from '../use-evaluation.ts'

type Verb = MoveEvaluation['verb']
const confirm = {
  open: 'confirmOpen',
  review: 'confirmReview',
  conclude: 'confirmConclude',
} as const

/** What the planner may do with the evaluation now, each asked once more before it happens. */
export function Acts({ view }: { view: EvaluationView }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asked, setAsked] = useState<Verb | null>(null)
  const move = useSingleMutation({
    mutationFn: (wish: MoveEvaluation) => api<EvaluationView>('POST', `/api/evaluations/${view.id}/moves`, wish),
    onSuccess: async (next, { verb }) => {
      setAsked(null)
      await keepEvaluation(client, next)
      void message.success(t('exercise.moved', { act: say(exerciseLife.moves[verb].names) }))
    },
    onError: (error) => {
      if (error instanceof ApiError && error.refusal.status === 409)
        void client.invalidateQueries({ queryKey: ['evaluation', 'one', view.id] })
    },
  })
  return (
    <>
      {view.verbs.map((verb) => (
        <Button
          key={verb}
          type="primary"
          onClick={() => {
            move.reset()
            setAsked(verb)
          }}
        >
          {say(exerciseLife.moves[verb].names)}
        </Button>
      ))}
      {asked && (
        <DeedDialog
          title={say(exerciseLife.moves[asked].names)}
          lead={t(`exercise.${confirm[asked]}`)}
          text={asked === 'conclude' ? 'optional' : 'none'}
          limit={500}
          busy={move.isPending}
          error={move.error}
          onOk={(reason) => move.mutate({ verb: asked, version: view.version, reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
