import { ApiError, api, useSingleMutation } from '@opensti/ui/workbench'
import { keepPreviousData, type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ProposeRelease, ReleaseDraft, ReleaseList, ReleaseView } from '../contract.ts'

const releaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['publication', 'release', id],
    queryFn: () => api<ReleaseView>('GET', `/api/releases/${id}`),
    staleTime: 2_000,
  })

export const useRelease = (id: string) => useQuery(releaseQuery(id))

export const useReleases = (region: string | undefined) =>
  useQuery({
    queryKey: ['publication', 'list', region],
    queryFn: () => api<ReleaseList>('GET', `/api/regions/${region}/releases`),
    staleTime: 5_000,
    enabled: region !== undefined,
  })

/** What a release of a period would make public; without one, what there is to choose from. */
export const useDraft = (region: string | undefined, place: { cycle: string; period: string } | null) =>
  useQuery({
    queryKey: ['publication', 'draft', region, place],
    queryFn: () =>
      api<ReleaseDraft>(
        'GET',
        `/api/regions/${region}/releases/draft${place ? `?${new URLSearchParams({ ...place })}` : ''}`,
      ),
    // What has been written stays on the screen while another period is asked for.
    placeholderData: keepPreviousData,
    enabled: region !== undefined,
  })

async function keep(client: QueryClient, view: ReleaseView): Promise<void> {
  await client.invalidateQueries({ queryKey: ['publication', 'list'] })
  await client.invalidateQueries({ queryKey: ['publication', 'draft'] })
  client.setQueryData(releaseQuery(view.id).queryKey, view)
}

export function usePropose(region: string, onDone: (view: ReleaseView) => void) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: (wish: ProposeRelease) => api<ReleaseView>('POST', `/api/regions/${region}/releases`, wish),
    onSuccess: async (view) => {
      await keep(client, view)
      onDone(view)
    },
  })
}

type Verb = ReleaseView['verbs'][number]

/** Decides about a release or takes it back. What somebody else did first is shown instead. */
export function useAct(view: ReleaseView, onDone: (verb: Verb) => void) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: ({ verb, text }: { verb: Verb; text: string | null }) => {
      const { version } = view
      if (verb === 'approve' || verb === 'decline')
        return api<ReleaseView>('POST', `/api/releases/${view.id}/decision`, { verb, version, text })
      const way = verb === 'withdraw' ? 'withdrawal' : 'retraction'
      return api<ReleaseView>('POST', `/api/releases/${view.id}/${way}`, { version, text })
    },
    onSuccess: async (next, { verb }) => {
      await keep(client, next)
      onDone(verb)
    },
    onError: (error) => {
      if (error instanceof ApiError && error.refusal.status === 409)
        void client.invalidateQueries({ queryKey: ['publication', 'release', view.id] })
    },
  })
}
