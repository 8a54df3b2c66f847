import type { Actor } from '@opensti/kernel'
import type { SessionRule } from '../domain/session-life.ts'
import type { AuditMeans } from './audit-views.ts'

/** What the application decides about accounts. */
export interface AccountsOptions {
  /** True behind TLS: the cookie is Secure and bears the __Host- prefix. */
  secure: boolean
  /** Where people reach the house, without a slash at the end; asked for each link, because the port may be chosen late. */
  publicUrl: () => string
  /** Demonstration data on this machine only: links are shown to be handed over. Otherwise they leave by e-mail. */
  demonstration: boolean
  /** Actions that the policy might allow to someone, for menus. */
  actionsFor: (actor: Actor) => string[]
  /** Key and heads for verifying the audit log; without them the log can be exported but not verified here. */
  auditMeans?: () => Promise<AuditMeans> | AuditMeans
  sessionRule?: SessionRule
}

/** The token stands behind the # and so reaches no log of a server or proxy. */
export function invitationLink(options: Pick<AccountsOptions, 'publicUrl'>, token: string): string {
  return `${options.publicUrl()}/workbench/invitation#${token}`
}
