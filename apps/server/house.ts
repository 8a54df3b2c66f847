import { type AccountsOptions, accountsPolicy, accountsRoutes } from '@opensti/accounts'
import type { Route } from '@opensti/http'
import { Policy } from '@opensti/kernel'
import { plansPages, plansPolicy, plansRoutes } from '@opensti/plans'
import { workbenchRoutes } from './workbench.ts'

/** The whole table of who may do what. Routes, tests and documents read the same lines. */
export const policy = new Policy([
  ...accountsPolicy,
  ...plansPolicy,
  { action: 'house.asset.read', who: 'anyone', relation: 'everywhere' },
])

/** Every route of the house. */
export function allRoutes(options: AccountsOptions): readonly Route[] {
  return [...accountsRoutes(options), ...plansRoutes, ...plansPages, ...workbenchRoutes]
}
