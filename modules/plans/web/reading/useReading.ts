import { ApiError, api } from '@opensti/ui/workbench'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { Candidate, Decision, ReadingView } from '../../contract-reading.ts'
import { forgetLedger } from '../use-ledger.ts'

const readingQuery = (id: string) =>
  queryOptions({
    queryKey: ['reading', id],
    queryFn: () => api<ReadingView>('GET', `/api/readings/${id}`),
    // Colleagues work on the same document; their decisions appear by themselves.
    refetchInterval: 8_000,
  })

/** A document being read, and the ways to decide about what was found in it. */
export function useReading(id: string) {
  const client = useQueryClient()
  const { data: reading, error, isPending } = useQuery(readingQuery(id))
  const undoable = useRef<Candidate[][]>([])

  const keep = useCallback(
    (changed: readonly Candidate[]) => {
      client.setQueryData(readingQuery(id).queryKey, (old) => old && merge(old, changed))
      void forgetLedger(client)
      void client.invalidateQueries({ queryKey: ['readings'] })
    },
    [client, id],
  )

  const decide = useMutation({
    mutationFn: (decisions: Decision[]) =>
      api<{ candidates: Candidate[] }>('POST', `/api/readings/${id}/decisions`, { decisions }),
    onSuccess: ({ candidates }) => keep(candidates),
    onError: (refusal) => {
      // Somebody was quicker: show what she decided.
      if (refusal instanceof ApiError && refusal.refusal.code === 'overtaken')
        void client.invalidateQueries({ queryKey: ['reading', id] })
    },
  })

  const settle = async (decisions: Decision[]): Promise<boolean> => {
    if (decisions.length === 0) return false
    try {
      const { candidates } = await decide.mutateAsync(decisions)
      undoable.current.push(candidates)
      return true
    } catch {
      return false // shown beside the list by its error
    }
  }

  /** Takes back one's own last decision, as one step even when it was many, and says which candidates are open again. */
  const undo = async (): Promise<string[]> => {
    const last = undoable.current.pop()
    if (!last) return []
    const reopened = last.map(({ id: candidateId, version }) => ({ candidateId, version, verb: 'reopen' as const }))
    const answer = await decide.mutateAsync(reopened).catch(() => null)
    return answer?.candidates.map((candidate) => candidate.id) ?? []
  }

  return {
    reading,
    error,
    isPending,
    settle,
    undo,
    refusal: decide.error,
    deciding: decide.isPending,
    forget: decide.reset,
  }
}

function merge(reading: ReadingView, changed: readonly Candidate[]): ReadingView {
  const byId = new Map(changed.map((candidate) => [candidate.id, candidate]))
  const candidates = reading.candidates.map((candidate) => byId.get(candidate.id) ?? candidate)
  const count = (pick: (candidate: Candidate) => unknown) => {
    const own = candidates.filter(pick)
    return { total: own.length, open: own.filter((candidate) => candidate.state === 'open').length }
  }
  return { ...reading, candidates, figures: count((one) => one.figure), tasks: count((one) => one.task) }
}
