import { join } from 'node:path'
import { getSecret } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import type { NoticeKind } from '../domain/notice-kind.ts'
import type { SessionRule } from '../domain/session-life.ts'
import type { AuditMeans } from './audit-views.ts'

/** What the application decides about accounts. */
export interface AccountsOptions {
  /** True behind TLS: the cookie is Secure and bears the __Host- prefix. */
  secure: boolean
  /** Where people reach the house, without a slash at the end; asked for each link, because the port may be chosen late. */
  publicUrl: () => string
  /** Demonstration data on this machine only. */
  demonstration: boolean
  /** Makes the tokens of invitations; kept outside the database, by whoever sends letters as well. */
  linkSecret: Buffer
  /** Whether letters reach people by themselves. Where not, links are shown to be handed over. */
  lettersReachPeople: boolean
  /** Actions that the policy might allow to someone, for menus. */
  actionsFor: (actor: Actor) => string[]
  /** What people can be told, with the words for it. */
  noticeKinds?: readonly NoticeKind[]
  /** Key and heads for verifying the audit log; without them the log can be exported but not verified here. */
  auditMeans?: () => Promise<AuditMeans> | AuditMeans
  sessionRule?: SessionRule
}

/** The secret of this installation's links, made on first use; it belongs into the backup of the data folder. */
export function linkSecret(dataDir: string): Buffer {
  return getSecret(join(dataDir, 'link-secret'))
}

/** The token stands behind the # and so reaches no log of a server or proxy. */
export function invitationLink(options: Pick<AccountsOptions, 'publicUrl'>, token: string): string {
  return `${options.publicUrl()}/workbench/invitation#${token}`
}
