import { api, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  NewReminder,
  NoteCall,
  ReminderBoard,
  ReminderPlan,
  ReminderResult,
  StaleIndicator,
} from '../../contract-reminders.ts'
import { forgetReporting } from '../use-reporting.ts'

export interface Place {
  region: string
  cycle: string
  period: string
}

export const placeAddress = ({ region, cycle, period }: Place) =>
  `/api/regions/${region}/cycles/${cycle}/periods/${period}`

export function useBoard(place: Place) {
  return useQuery({
    queryKey: ['reporting', 'reminders', place.region, place.cycle, place.period],
    queryFn: () => api<ReminderBoard>('GET', `${placeAddress(place)}/reminders`),
    staleTime: 5_000,
  })
}

export function useReminding(place: Place) {
  const client = useQueryClient()
  const onSettled = () => forgetReporting(client)
  return {
    remind: useSingleMutation({
      mutationFn: (wanted: NewReminder) => api<ReminderResult>('POST', `${placeAddress(place)}/reminders`, wanted),
      onSettled,
    }),
    call: useSingleMutation({
      mutationFn: ({ id, ...wanted }: NoteCall & { id: string }) => api('POST', `/api/returns/${id}/calls`, wanted),
      onSettled,
    }),
    plan: useSingleMutation({
      mutationFn: (plan: ReminderPlan) => api('PUT', `/api/regions/${place.region}/reminder-plan`, plan),
      onSettled,
    }),
  }
}

export type Reminding = ReturnType<typeof useReminding>

export function useStale(enabled: boolean) {
  return useQuery({
    queryKey: ['reporting', 'stale'],
    queryFn: () => api<{ indicators: StaleIndicator[] }>('GET', '/api/stale-indicators'),
    enabled,
    staleTime: 60_000,
  })
}
