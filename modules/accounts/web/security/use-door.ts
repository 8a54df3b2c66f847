import { api } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import type { DoorView } from '../../contract.ts'

/** What the door of this installation offers and asks for; it does not change while one looks. */
export function useDoor(): DoorView | undefined {
  const { data } = useQuery({
    queryKey: ['door'],
    queryFn: () => api<DoorView>('GET', '/api/accounts/door'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
