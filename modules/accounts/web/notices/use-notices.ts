import { api, useSingleMutation } from '@opensti/ui/workbench'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NoticeChoices, NoticePage, SeeNotices, UnseenNotices } from '../../contract-notices.ts'

const own = '/api/accounts/own'
const key = ['notices']

/** How many the person has not seen; asked again every minute. */
export function useUnseenCount(): number {
  const { data } = useQuery({
    queryKey: [...key, 'count'],
    queryFn: () => api<UnseenNotices>('GET', `${own}/notices/count`),
    refetchInterval: 60_000,
  })
  return data?.unseen ?? 0
}

export function useNotices(unseenOnly: boolean) {
  return useInfiniteQuery({
    queryKey: [...key, 'list', unseenOnly],
    queryFn: ({ pageParam }) => {
      const question = new URLSearchParams({
        ...(unseenOnly && { unseen: 'true' }),
        ...(pageParam && { before: pageParam }),
      })
      return api<NoticePage>('GET', `${own}/notices${question.size > 0 ? `?${question}` : ''}`)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}

/** Marks one as seen, or all up to the newest that stands on the screen. */
export function useSee() {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: (which: SeeNotices) => api('POST', `${own}/notices/seen`, which),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}

export function useNoticeChoices() {
  return useQuery({
    queryKey: [...key, 'choices'],
    queryFn: () => api<NoticeChoices>('GET', `${own}/notice-choices`),
  })
}

export function useChoose() {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: (one: { kind: string; byMail: boolean }) => api('PUT', `${own}/notice-choices`, { kinds: [one] }),
    onSettled: () => client.invalidateQueries({ queryKey: [...key, 'choices'] }),
  })
}

export function useSetOfficePhone() {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: (officePhone: string | null) => api('PUT', `${own}/office-phone`, { officePhone }),
    onSettled: () => client.invalidateQueries({ queryKey: [...key, 'choices'] }),
  })
}
