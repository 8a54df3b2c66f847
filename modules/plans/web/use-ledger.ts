import { api } from '@opensti/ui/workbench'
import { keepPreviousData, type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'

/** A view of the ledger by its address in the interface, such as `/api/regions/x/plans/y`. */
export function ledgerQuery<View>(path: string) {
  return queryOptions({ queryKey: ['ledger', path], queryFn: () => api<View>('GET', path) })
}

export function useLedger<View>(path: string) {
  return useQuery(ledgerQuery<View>(path))
}

/** For views of one thing in several ways: the way shown stays until the next has come. */
export function useLedgerKeeping<View>(path: string) {
  return useQuery({ ...ledgerQuery<View>(path), placeholderData: keepPreviousData })
}

/** Something was written: every view of the ledger is asked for again when it is looked at. */
export function forgetLedger(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['ledger'] })
}
