import { api } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'

interface Session {
  actions: string[]
  person: { regionId: string } | null
}

/** Shares the shell's answer to "who is signed in"; it is asked for once. */
function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: () => api<Session>('GET', '/api/accounts/session'),
    staleTime: 60_000,
  }).data
}

/** Whether the person might do this somewhere; the server decides about the thing itself. */
export function useMight(action: string): boolean {
  return useSession()?.actions.includes(action) ?? false
}

/** The region that the person works in. */
export function useHomeRegion(): string | undefined {
  return useSession()?.person?.regionId
}
