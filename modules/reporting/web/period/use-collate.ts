import { api } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PeriodView, RequestSummary } from '../../contract.ts'
import { forgetReporting } from '../use-reporting.ts'

interface Together {
  act: 'accept' | 'return'
  requests: readonly RequestSummary[]
  reason: string | null
  completeBy?: string
}

/** What the lead bureau does with a period: take in or return several returns, and lock what is taken in. */
export function useCollate(view: PeriodView) {
  const client = useQueryClient()
  const move = useMutation({
    mutationFn: async ({ act, requests, reason, completeBy }: Together) => {
      for (const one of requests)
        await api('POST', `/api/returns/${one.id}/moves`, {
          act,
          version: one.version,
          reason,
          ...(completeBy && { completeBy }),
        })
      return requests.length
    },
    // Also after a refusal: those before it went through.
    onSettled: () => forgetReporting(client),
  })
  const lock = useMutation({
    mutationFn: () =>
      api<{ locked: number; values: number }>(
        'POST',
        `/api/regions/${view.regionId}/cycles/${view.cycle.code}/periods/${view.period}/lock`,
      ),
    onSettled: () => forgetReporting(client),
  })
  return { move, lock }
}
