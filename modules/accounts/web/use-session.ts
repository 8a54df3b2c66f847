import { api } from '@opensti/ui/workbench'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { CurrentSession } from '../contract.ts'

/** The key under which the whole workbench keeps the answer to "who is signed in". */
export const sessionKey = ['session']

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: () => api<CurrentSession>('GET', '/api/accounts/session'),
  staleTime: 60_000,
})

/** Who is signed in, and what may be offered to her. The server decides again at every request. */
export function useSession() {
  const { data, isPending } = useQuery(sessionQuery)
  const might = (action: string) => data?.actions.includes(action) ?? false
  return { session: data ?? null, person: data?.person ?? null, might, isPending }
}

/** Whether the person might do this, in her own region when one is named; the server decides about the thing itself. */
export function useMight(action: string, regionId?: string): boolean {
  const { person, might } = useSession()
  if (!might(action)) return false
  return regionId === undefined || (person?.grants.some((grant) => grant.regionId === regionId) ?? false)
}

/** The region she works in, and the unit whose chain is hers. */
export function useHome(): { region: string | undefined; unit: string | undefined } {
  const { person } = useSession()
  const unit = person?.grants.find((grant) => grant.unit !== null && unitRoles.has(grant.role))?.unit?.id
  return { region: person?.regionId, unit: unit ?? undefined }
}

const unitRoles = new Set(['reporter', 'checker', 'unit-leader'])

/** The region in which the person holds the role; her own while that is not known. */
export function useRegionAs(role: string): string | undefined {
  const { person } = useSession()
  return person?.grants.find((grant) => grant.role === role)?.regionId ?? person?.regionId
}
