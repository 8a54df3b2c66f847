import { ApiError, api, ProblemNotice, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvaluationView, LineView } from '../../contract.ts'
import { type Standing, standingNames, standings } from '../../domain/exercise-life.ts'
import { keepEvaluation } from '../use-evaluation.ts'

/** Supervision's word on one line, beside the unit's. */
export function ReviewForm({ line, evaluationId }: { line: LineView; evaluationId: string }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [standing, setStanding] = useState<Standing | null>(line.review?.standing ?? null)
  const [words, setWords] = useState(line.review?.words ?? '')
  const keep = useSingleMutation({
    mutationFn: () =>
      api<EvaluationView>('PUT', `/api/evaluations/${evaluationId}/reviews`, {
        lines: [{ lineId: line.id, seen: line.review?.number ?? 0, standing, words }],
      }),
    onSuccess: async (view) => {
      await keepEvaluation(client, view)
      void message.success(t('review.kept'))
    },
    onError: (error) => {
      if (error instanceof ApiError && error.refusal.status === 409)
        void client.invalidateQueries({ queryKey: ['evaluation', 'one', evaluationId] })
    },
  })
  const title = say(line.title)
  const changed = standing !== (line.review?.standing ?? null) || words !== (line.review?.words ?? '')
  return (
    <div className="evl-say">
      <Select<Standing>
        aria-label={t('review.standingOf', { title })}
        value={standing}
        placeholder={t('nothingSaid')}
        onChange={setStanding}
        options={standings.map((value) => ({ value, label: say(standingNames[value]) }))}
      />
      <Input.TextArea
        aria-label={t('review.wordsOf', { title })}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={1500}
        value={words}
        placeholder={t('review.placeholder')}
        onChange={(event) => setWords(event.target.value)}
      />
      {changed && (
        <Button size="small" type="primary" disabled={!standing} loading={keep.isPending} onClick={() => keep.mutate()}>
          {t('review.save')}
        </Button>
      )}
      {keep.error && <ProblemNotice error={keep.error} />}
    </div>
  )
}
