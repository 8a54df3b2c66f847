import { api } from '@opensti/ui/workbench'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { ChainView, CycleView, DeskView, PeriodView, RequestView } from '../contract.ts'

const asked = <View>(...key: readonly string[]) => ({
  of: (path: string) =>
    queryOptions({ queryKey: ['reporting', ...key], queryFn: () => api<View>('GET', path), staleTime: 5_000 }),
})

export const returnQuery = (id: string) => asked<RequestView>('return', id).of(`/api/returns/${id}`)
const periodPath = (region: string, cycle: string, period: string) =>
  `/api/regions/${region}/cycles/${cycle}/periods/${period}`

export const useDesk = () => useQuery(asked<DeskView>('desk').of('/api/returns'))
export const useReturn = (id: string) => useQuery(returnQuery(id))
export const useCycles = (region: string) =>
  useQuery(asked<{ cycles: CycleView[] }>('cycles', region).of(`/api/regions/${region}/cycles`))
export const usePeriod = (region: string, cycle: string, period: string) =>
  useQuery(asked<PeriodView>('period', region, cycle, period).of(periodPath(region, cycle, period)))
export const useChain = (region: string, unit: string) =>
  useQuery(asked<ChainView>('chain', region, unit).of(`/api/regions/${region}/units/${unit}/chain`))

/** Something was written: every view of reporting, and of the ledger it feeds, is asked for again when it is looked at. */
export async function forgetReporting(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['reporting'] }),
    client.invalidateQueries({ queryKey: ['ledger'] }),
  ])
}
