import { accountsPolicy, accountsRoutes } from '@opensti/accounts'
import type { Route } from '@opensti/http'
import { Policy } from '@opensti/kernel'
import { plansPolicy, plansRoutes } from '@opensti/plans'
import { plansPages } from '@opensti/plans/pages'
import { workbenchRoutes } from './workbench.ts'

/** The whole table of who may do what, and every route. Tests, documents and the server read the same two lists. */
export const policy = new Policy([
  ...accountsPolicy,
  ...plansPolicy,
  { action: 'house.asset.read', who: 'anyone', relation: 'everywhere' },
])

export const routes: readonly Route[] = [...accountsRoutes, ...plansRoutes, ...plansPages, ...workbenchRoutes]
