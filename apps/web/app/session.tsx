import type { CurrentSession } from '@opensti/accounts/contract'
import { api } from '@opensti/ui/workbench'
import { queryOptions, useQuery } from '@tanstack/react-query'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => api<CurrentSession>('GET', '/api/accounts/session'),
  staleTime: 60_000,
})

/** Who is signed in, and what the menu may offer. The server decides again at every request. */
export function useSession() {
  const { data, isPending } = useQuery(sessionQuery)
  const might = (action: string) => data?.actions.includes(action) ?? false
  return { session: data ?? null, person: data?.person ?? null, might, isPending }
}
