import { adviceOf, api, DeedDialog, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestAct, RequestView } from '../../contract.ts'
import { CompleteBy } from '../parts/CompleteBy.tsx'
import { forgetReporting, returnQuery } from '../use-reporting.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import type { Draft } from './use-draft.ts'

/** What she may do with the return now, as buttons with words. What was typed is kept first. */
export function Acts({ view, draft }: { view: RequestView; draft: Draft }) {
  const { t } = useTranslation('reporting')
  const { language, say } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asking, setAsking] = useState<'send-back' | 'return' | null>(null)
  const [correcting, setCorrecting] = useState(false)
  const [completeBy, setCompleteBy] = useState('')
  const move = useMutation({
    mutationFn: async ({ act, reason = null }: { act: RequestAct; reason?: string | null }) => {
      if (view.mayWrite && !(await draft.save())) throw new NotKept()
      return api<RequestView>('POST', `/api/returns/${view.id}/moves`, {
        act,
        version: view.version,
        reason,
        ...(act === 'return' && completeBy && { completeBy }),
      })
    },
    onSuccess: async (moved, { act }) => {
      setAsking(null)
      await forgetReporting(client)
      client.setQueryData(returnQuery(view.id).queryKey, moved)
      void message.success(t('acts.done', { act: nameOf(act) }))
    },
    onError: (error) => {
      if (error instanceof NotKept) void message.warning(t('acts.notKept'))
      else if (adviceOf(error, language)) void client.invalidateQueries({ queryKey: ['reporting', 'return', view.id] })
    },
  })
  const nameOf = (act: RequestAct) => (act === 'pass-on' ? passOnName(view, t) : t(`acts.${act}`))
  return (
    <div className="acts">
      {view.acts
        .filter((act) => act !== 'pass-on' && act !== 'accept')
        .map((act) => (
          <Button
            key={act}
            loading={move.isPending && move.variables.act === act}
            onClick={() => (act === 'withdraw' ? move.mutate({ act }) : setAsking(act as 'send-back' | 'return'))}
          >
            {nameOf(act)}
          </Button>
        ))}
      {view.acts
        .filter((act) => act === 'pass-on' || act === 'accept')
        .map((act) => (
          <Button
            key={act}
            type="primary"
            loading={move.isPending && move.variables.act === act}
            onClick={() => move.mutate({ act })}
          >
            {nameOf(act)}
          </Button>
        ))}
      {view.hindrance && <p className="rep-hindrance">{say(view.hindrance)}</p>}
      {view.mayCorrect && <Button onClick={() => setCorrecting(true)}>{t('correct.button')}</Button>}
      {move.error && !(move.error instanceof NotKept) && !asking && <ProblemNotice error={move.error} />}
      {asking && (
        <DeedDialog
          title={t(`acts.${asking}`)}
          lead={t(`acts.${asking}Lead`)}
          text="required"
          limit={500}
          busy={move.isPending}
          error={move.error}
          onOk={(reason) => move.mutate({ act: asking, reason })}
          onClose={() => {
            setAsking(null)
            move.reset()
          }}
        >
          {asking === 'return' && <CompleteBy day={completeBy} onChange={setCompleteBy} />}
        </DeedDialog>
      )}
      {correcting && <CorrectDialog view={view} onClose={() => setCorrecting(false)} />}
    </div>
  )
}

class NotKept extends Error {}

/** What passing on means here: the next step of the way that lies ahead says it. */
function passOnName(view: RequestView, t: (key: string) => string): string {
  if (view.state === 'countersigning') return t('acts.countersign')
  const next = view.way.find((step) => step.state === 'ahead')?.kind ?? 'collate'
  if (view.state === 'signing') return t('acts.sign')
  if (view.state === 'checking') return t(`acts.checked.${next}`)
  return t(`acts.handIn.${next}`)
}
