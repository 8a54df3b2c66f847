import { api } from '@opensti/ui/workbench'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { ItemList, ItemView } from '../contract.ts'

const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['supervision', 'item', id],
    queryFn: () => api<ItemView>('GET', `/api/items/${id}`),
    staleTime: 5_000,
  })

export const useItem = (id: string) => useQuery(itemQuery(id))

export const useItems = (region: string | undefined) =>
  useQuery({
    queryKey: ['supervision', 'list', region],
    queryFn: () => api<ItemList>('GET', `/api/regions/${region}/items`),
    staleTime: 5_000,
    enabled: region !== undefined,
  })

/** An item was written: its new view is kept, and every list is asked for again when it is looked at. */
export async function keepItem(client: QueryClient, view: ItemView): Promise<void> {
  await client.invalidateQueries({ queryKey: ['supervision', 'list'] })
  client.setQueryData(itemQuery(view.id).queryKey, view)
}
