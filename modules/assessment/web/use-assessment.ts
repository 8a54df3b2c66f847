import { ApiError, api, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AssessmentList, AssessmentView, SheetView } from '../contract.ts'
import type { DecompositionList, DecompositionView } from '../contract-decomposition.ts'

const fresh = { staleTime: 5_000 }

export const useDecompositions = (region: string | undefined) =>
  useQuery({
    queryKey: ['assessment', 'decompositions', region],
    queryFn: () => api<DecompositionList>('GET', `/api/regions/${region}/decompositions`),
    enabled: region !== undefined,
    ...fresh,
  })

export const useDecomposition = (id: string) =>
  useQuery({
    queryKey: ['assessment', 'decomposition', id],
    queryFn: () => api<DecompositionView>('GET', `/api/decompositions/${id}`),
    ...fresh,
  })

export const useAssessments = (region: string | undefined) =>
  useQuery({
    queryKey: ['assessment', 'list', region],
    queryFn: () => api<AssessmentList>('GET', `/api/regions/${region}/assessments`),
    enabled: region !== undefined,
    ...fresh,
  })

export const useAssessment = (id: string) =>
  useQuery({
    queryKey: ['assessment', 'one', id],
    queryFn: () => api<AssessmentView>('GET', `/api/assessments/${id}`),
    ...fresh,
  })

export const useSheet = (id: string, unit: string) =>
  useQuery({
    queryKey: ['assessment', 'sheet', id, unit],
    queryFn: () => api<SheetView>('GET', `/api/assessments/${id}/sheets/${unit}`),
    ...fresh,
  })

interface Deed {
  method: 'POST' | 'PUT'
  path: string
  body?: object
  /** What is said when it is done. */
  said: string
}

/** Does something and asks again for all that may have changed by it. What somebody else did first is shown instead. */
export function useDeed<Answer = unknown>(onDone: (answer: Answer) => void) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const renew = () => client.invalidateQueries({ queryKey: ['assessment'] })
  return useSingleMutation({
    mutationFn: ({ method, path, body }: Deed) => api<Answer>(method, path, body),
    onSuccess: async (answer, { said }) => {
      onDone(answer)
      void message.success(said)
      await renew()
    },
    onError: (error) => {
      if (error instanceof ApiError && error.refusal.status === 409) void renew()
    },
  })
}

/** “Done: …” for a deed by its name. */
export function useDone(): (act: string) => string {
  const { t } = useTranslation('assessment')
  return (act) => t('done', { act })
}
