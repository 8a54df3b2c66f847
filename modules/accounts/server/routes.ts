import type { Route } from '@opensti/http'
import { auditRoutes } from './audit-routes.ts'
import { noticeRoutes } from './notices/notice-routes.ts'
import type { AccountsOptions } from './options.ts'
import { peopleRoutes } from './people-routes.ts'
import { securityRoutes } from './security-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { unitRoutes } from './unit-routes.ts'
import { webhookRoutes } from './webhooks/webhook-routes.ts'

/** Every route of the module, as data. */
export function accountsRoutes(options: AccountsOptions): Route[] {
  return [
    ...sessionRoutes(options),
    ...securityRoutes(options),
    ...peopleRoutes(options),
    ...unitRoutes(),
    ...auditRoutes(options),
    ...noticeRoutes(options),
    ...webhookRoutes(options),
  ]
}
