import { api } from '@opensti/ui/workbench'
import { keepPreviousData, type QueryClient, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ItemList, ItemSummary, ItemView } from '../contract.ts'

const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['supervision', 'item', id],
    queryFn: () => api<ItemView>('GET', `/api/items/${id}`),
    staleTime: 5_000,
  })

export const useItem = (id: string) => useQuery(itemQuery(id))

function page(region: string, query: string, from: number): Promise<ItemList> {
  const asked = new URLSearchParams(query)
  if (from > 0) asked.set('from', String(from))
  return api('GET', `/api/regions/${region}/items${asked.size > 0 ? `?${asked}` : ''}`)
}

/** The list, narrowed by a query, page after page. What is shown stays until the next answer is here. */
export const useItems = (region: string | undefined, query: string) =>
  useInfiniteQuery({
    queryKey: ['supervision', 'list', region, query],
    queryFn: ({ pageParam }) => page(region ?? '', query, pageParam),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    enabled: region !== undefined,
  })

/** Every page of the list, for those who pass it on. */
export async function allItems(region: string, query: string): Promise<ItemSummary[]> {
  const items: ItemSummary[] = []
  for (let from: number | null = 0; from !== null; ) {
    const list: ItemList = await page(region, query, from)
    items.push(...list.items)
    from = list.next
  }
  return items
}

/** An item was written: its new view is kept, and every list is asked for again when it is looked at. */
export async function keepItem(client: QueryClient, view: ItemView): Promise<void> {
  await client.invalidateQueries({ queryKey: ['supervision', 'list'] })
  client.setQueryData(itemQuery(view.id).queryKey, view)
}
