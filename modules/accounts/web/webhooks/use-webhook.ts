import { api, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SetWebhook, WebhookView } from '../../contract-webhooks.ts'

const addressOf = (region: string) => `/api/operations/webhooks/${region}`

export function useWebhook(region: string | undefined) {
  return useQuery({
    queryKey: ['webhook', region],
    queryFn: () => api<WebhookView>('GET', addressOf(region ?? '')),
    enabled: region !== undefined,
    refetchInterval: 5_000,
  })
}

export function useWebhookDeeds(region: string) {
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['webhook', region] })
  return {
    set: useSingleMutation({
      mutationFn: (wanted: SetWebhook) => api('PUT', addressOf(region), wanted),
      onSettled: again,
    }),
    secret: useSingleMutation({
      mutationFn: (renew: boolean) => api<{ secret: string }>('POST', `${addressOf(region)}/secret`, { renew }),
      onSettled: again,
    }),
    trial: useSingleMutation({ mutationFn: () => api('POST', `${addressOf(region)}/trial`), onSettled: again }),
  }
}
