import { api, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { InvitationRow, PersonRow, PersonView, RoleView, UnitEntry } from '../../contract.ts'

/** Everything below this key is asked again after each deed. */
const peopleKey = ['people']

export function usePeople(region: string | undefined) {
  return useQuery({
    queryKey: [...peopleKey, 'list', region],
    queryFn: () => api<{ people: PersonRow[] }>('GET', `/api/accounts/people?region=${region}`),
    enabled: region !== undefined,
  })
}

export function usePerson(id: string) {
  return useQuery({
    queryKey: [...peopleKey, 'one', id],
    queryFn: () => api<PersonView>('GET', `/api/accounts/people/${id}`),
  })
}

export function useInvitations(region: string | undefined) {
  return useQuery({
    queryKey: [...peopleKey, 'invitations', region],
    queryFn: () => api<{ invitations: InvitationRow[] }>('GET', `/api/accounts/invitations?region=${region}`),
    enabled: region !== undefined,
  })
}

/** Kinds of roles; they change with a release only. */
export function useRoles(): RoleView[] {
  const { data } = useQuery({
    queryKey: ['roles'],
    queryFn: () => api<{ roles: RoleView[] }>('GET', '/api/accounts/roles'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data?.roles ?? []
}

/** Units of the region, also those that are gone: old grants and entries name them. */
export function useUnits(region: string | undefined): UnitEntry[] {
  const { data } = useQuery({
    queryKey: ['units', region],
    queryFn: () => api<{ units: UnitEntry[] }>('GET', `/api/accounts/units?region=${region}`),
    enabled: region !== undefined,
    staleTime: 600_000,
  })
  return data?.units ?? []
}

/** Something done to people. Whatever came of it, the lists are asked again. */
export function useDeed<Wanted, Answer>(perform: (wanted: Wanted) => Promise<Answer>) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: perform,
    onSettled: () => client.invalidateQueries({ queryKey: peopleKey }),
  })
}
