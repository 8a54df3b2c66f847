import { startOfDay } from '@opensti/ui'
import { api } from '@opensti/ui/workbench'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { AuditPage, AuditStatus, AuditVerdict } from '../../contract.ts'

/** What the list of entries is narrowed to; kept in the address. Days are those of the reader. */
export interface AuditFilter {
  action?: string
  actor?: string
  from?: string
  until?: string
}

/** The question to the server for one page of entries. The last day asked for counts as a whole. */
export function entriesAddress(region: string, filter: AuditFilter, before: string | null): string {
  const question = new URLSearchParams({ region })
  const parts = {
    action: filter.action,
    actor: filter.actor,
    from: filter.from && startOfDay(filter.from),
    until: filter.until && startOfDay(filter.until, 1),
    before,
  }
  for (const [name, value] of Object.entries(parts)) if (value) question.set(name, value)
  return `/api/audit/entries?${question}`
}

export function useAuditEntries(region: string | undefined, filter: AuditFilter) {
  const { action, actor, from, until } = filter
  return useInfiniteQuery({
    queryKey: ['audit', 'entries', region, { action, actor, from, until }],
    queryFn: ({ pageParam }) => api<AuditPage>('GET', entriesAddress(region ?? '', filter, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: region !== undefined,
  })
}

export function useAuditStatus() {
  return useQuery({
    queryKey: ['audit', 'status'],
    queryFn: () => api<AuditStatus>('GET', '/api/audit/status'),
    refetchInterval: 15_000,
  })
}

export function useVerify() {
  return useMutation({ mutationFn: () => api<AuditVerdict>('GET', '/api/audit/verdict') })
}
