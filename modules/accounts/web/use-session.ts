import { api } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import type { CurrentSession } from '../contract.ts'

/** The key under which the whole workbench keeps the answer to "who is signed in". */
export const sessionKey = ['session']

export function useSession() {
  const { data, isPending } = useQuery({
    queryKey: sessionKey,
    queryFn: () => api<CurrentSession>('GET', '/api/accounts/session'),
    staleTime: 60_000,
  })
  return { session: data ?? null, person: data?.person ?? null, isPending }
}

/** The region in which the person holds the role; her own while that is not known. */
export function useRegionAs(role: string): string | undefined {
  const { person } = useSession()
  return person?.grants.find((grant) => grant.role === role)?.regionId ?? person?.regionId
}
