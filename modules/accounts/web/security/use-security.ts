import { api, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { OwnSecurityView } from '../../contract.ts'
import { sessionKey } from '../use-session.ts'

const key = ['own-security']

/** How one's own account is secured. */
export function useSecurity() {
  return useQuery({ queryKey: key, queryFn: () => api<OwnSecurityView>('GET', '/api/accounts/own/security') })
}

/** A change of it, after which everything that depends on it is asked for anew: the roles may count again, or rest. */
export function useSecurityDeed<Wanted, Answer>(
  perform: (wanted: Wanted) => Promise<Answer>,
  onSuccess?: (answer: Answer) => void,
) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: perform,
    ...(onSuccess && { onSuccess }),
    onSettled: () =>
      Promise.all([key, sessionKey, ['own-sessions']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
