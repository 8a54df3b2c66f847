import { join } from 'node:path'
import { getSecret } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import type { NoticeKind } from '../domain/notice-kind.ts'
import { type SecurityProfile, standardProfile } from '../domain/security-profile.ts'
import type { AuditMeans } from './audit-views.ts'
import type { OutsideProvider } from './outside/provider.ts'

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
  /** Hosts of the operator's own network that webhooks may reach. */
  webhookHosts?: readonly string[]
  /** Key and heads for verifying the audit log; without them the log can be exported but not verified here. */
  auditMeans?: () => Promise<AuditMeans> | AuditMeans
  /** How strict this installation is about signing in; left out, the standard. */
  profile?: SecurityProfile
  /** Who else tells us who somebody is, by OpenID Connect. */
  outside?: OutsideProvider | undefined
}

export function profileOf({ profile }: Pick<AccountsOptions, 'profile'>): SecurityProfile {
  return profile ?? standardProfile
}

/** The secret of this installation's links, made on first use; it belongs into the backup of the data folder. */
export function linkSecret(dataDir: string): Buffer {
  return getSecret(join(dataDir, 'link-secret'))
}

/** The token stands behind the # and so reaches no log of a server or proxy. */
export function invitationLink(options: Pick<AccountsOptions, 'publicUrl'>, token: string): string {
  return `${options.publicUrl()}/workbench/invitation#${token}`
}

/** Where a link for a forgotten password leads; the token stands behind the # as well. */
export function recoveryLink(options: Pick<AccountsOptions, 'publicUrl'>, token: string): string {
  return `${options.publicUrl()}/workbench/recovery#${token}`
}
