import type { CurrentSession } from '@opensti/accounts/contract'
import { sessionQuery } from '@opensti/accounts/session'
import { ApiError } from '@opensti/ui/workbench'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { createWorkbenchRouter } from './router.tsx'

type Router = ReturnType<typeof createWorkbenchRouter>

/**
 * Keeps what the server answered. A refusal stays a refusal however often one asks; only a network that failed is asked
 * again. Once the server no longer knows the session (it was revoked, idle or too old), everything that was seen is
 * forgotten and the door stands there, with the way back.
 */
export function createQueryClient(router: () => Router): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isOver(error) && void leave(client, router()) }),
    mutationCache: new MutationCache({ onError: (error) => isOver(error) && void leave(client, router()) }),
    defaultOptions: {
      queries: {
        retry: (count, error) => count < 2 && error instanceof ApiError && error.refusal.status === 0,
        staleTime: 15_000,
      },
    },
  })
  return client
}

/** A wrong password is refused with 401 too, under a code of its own; that is no end of a session. */
function isOver(error: Error): boolean {
  return error instanceof ApiError && error.refusal.status === 401 && error.refusal.code === 'unauthenticated'
}

const outside = ['/sign-in', '/invitation', '/recovery', '/outside']

async function leave(client: QueryClient, router: Router): Promise<void> {
  const { pathname, href } = router.state.location
  if (outside.includes(pathname)) return
  const known = client.getQueryData<CurrentSession>(sessionQuery.queryKey)
  client.setQueryData(sessionQuery.queryKey, {
    person: null,
    actions: [],
    demonstration: known?.demonstration ?? false,
  })
  await router.navigate({ to: '/sign-in', search: { next: href } })
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] && !query.isActive() })
}
