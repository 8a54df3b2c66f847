import type { CurrentSession } from '@opensti/accounts/contract'
import { api } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'

/** Shares the shell's answer to "who is signed in"; it is asked for once. */
export function useSession() {
  const { data } = useQuery({
    queryKey: ['session'],
    queryFn: () => api<CurrentSession>('GET', '/api/accounts/session'),
    staleTime: 60_000,
  })
  return {
    person: data?.person ?? null,
    might: (action: string) => data?.actions.includes(action) ?? false,
  }
}

/** The region she works in, and the unit whose chain is hers. */
export function useHome(): { region: string | undefined; unit: string | undefined } {
  const { person } = useSession()
  const unit = person?.grants.find((grant) => grant.unit !== null && unitRoles.has(grant.role))?.unit?.id
  return { region: person?.regionId, unit: unit ?? undefined }
}

const unitRoles = new Set(['reporter', 'checker', 'unit-leader'])
