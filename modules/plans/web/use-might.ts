import { api } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'

interface Session {
  actions: string[]
  person: { regionId: string; grants: { role: string; regionId: string }[] } | null
}

/** Shares the shell's answer to "who is signed in"; it is asked for once. */
function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: () => api<Session>('GET', '/api/accounts/session'),
    staleTime: 60_000,
  }).data
}

/**
 * Whether the person might do this, in her own region when one is named; the server decides about the thing itself.
 */
export function useMight(action: string, regionId?: string): boolean {
  const session = useSession()
  if (!session?.actions.includes(action)) return false
  return regionId === undefined || (session.person?.grants.some((grant) => grant.regionId === regionId) ?? false)
}

/** The region that the person works in. */
export function useHomeRegion(): string | undefined {
  return useSession()?.person?.regionId
}

/** The regions whose documents the person may read into the ledger, her own first. */
export function usePlannedRegions(): string[] {
  const person = useSession()?.person
  const planned = (person?.grants ?? []).filter((grant) => grant.role === 'planner').map((grant) => grant.regionId)
  return [...new Set(planned)].sort((a, b) => Number(b === person?.regionId) - Number(a === person?.regionId))
}
