import { api } from '@opensti/ui/workbench'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { EvaluationList, EvaluationView } from '../contract.ts'

export const evaluationQuery = (id: string) =>
  queryOptions({
    queryKey: ['evaluation', 'one', id],
    queryFn: () => api<EvaluationView>('GET', `/api/evaluations/${id}`),
    staleTime: 5_000,
    // Papers are made a moment after the conclusion.
    refetchInterval: ({ state: { data } }) =>
      data && data.concludedAt !== null && data.papers.length < 5 ? 2000 : (false as const),
  })

export const useEvaluation = (id: string) => useQuery(evaluationQuery(id))

export const useEvaluations = (region: string | undefined) =>
  useQuery({
    queryKey: ['evaluation', 'list', region],
    queryFn: () => api<EvaluationList>('GET', `/api/regions/${region}/evaluations`),
    staleTime: 5_000,
    enabled: region !== undefined,
  })

/** An evaluation was written: its new view is kept, and lists are asked for again when they are looked at. */
export async function keepEvaluation(client: QueryClient, view: EvaluationView): Promise<void> {
  client.setQueryData(evaluationQuery(view.id).queryKey, view)
  await client.invalidateQueries({ queryKey: ['evaluation', 'list'] })
}
