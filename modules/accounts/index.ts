/** Who works here, for which unit, and what each may do. Everything the rest of the house may use. */
import type { Database } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import type { FastifyRequest } from 'fastify'
import { type SecurityProfile, standardProfile } from './domain/security-profile.ts'
import { authenticate } from './server/authenticate.ts'
import { readSessionCookie } from './server/session-cookie.ts'

export type { NoticeKind, NoticeParams } from './domain/notice-kind.ts'
export { levelThreeProfile, type SecurityProfile, standardProfile } from './domain/security-profile.ts'
export type { DirectoryUnit, UnitDirectory } from './domain/unit-directory.ts'
export { accountsPolicy } from './policy.ts'
export { actorNames } from './server/actor-names.ts'
export { authenticate } from './server/authenticate.ts'
export { checkProfile } from './server/check-profile.ts'
export { endRevivedAccess } from './server/end-revived-access.ts'
export { forgetOldRecords } from './server/forget-old-records.ts'
export { invitePerson } from './server/invite-person.ts'
export { accountsSenders } from './server/letters.ts'
export { listRegions } from './server/list-regions.ts'
export { loadPeople, readPeople } from './server/load-people.ts'
export { globalId, loadUnits } from './server/load-units.ts'
export { forgetOldNotices } from './server/notices/forget-old-notices.ts'
export { noticeAsRead } from './server/notices/list-notices.ts'
export { type NoticeMeans, noticeSenders } from './server/notices/notice-letter.ts'
export { type NoticeWays, noticeWays } from './server/notices/notice-ways.ts'
export { type NewNotice, notify, settleNotices } from './server/notices/notify.ts'
export { officePhones } from './server/office-phones.ts'
export { type AccountsOptions, invitationLink, linkSecret } from './server/options.ts'
export { type OpenIdSettings, openIdProvider } from './server/outside/open-id-provider.ts'
export type { OutsideProvider } from './server/outside/provider.ts'
export { hashPassword } from './server/password-hash.ts'
export { findPersonActor } from './server/person-actor.ts'
export { personNames } from './server/person-names.ts'
export { regionWorkdays } from './server/region-workdays.ts'
export { accountsRoutes } from './server/routes.ts'
export { resetSecondFactor } from './server/second-factor/reset-second-factor.ts'
export { unitDirectory } from './server/unit-directory.ts'
export { holdersForUnit, holdersInRegion, type UnitMember, unitMembers } from './server/unit-roles.ts'
export {
  handToWebhook,
  type WebhookMeans,
  webhookSenders,
  webhookWants,
} from './server/webhooks/webhook-senders.ts'

/** For lib/http: who a request comes from, by its cookie. */
export function requestAuthenticator(
  db: Database,
  { secure, profile = standardProfile }: { secure: boolean; profile?: SecurityProfile },
): (request: FastifyRequest) => Promise<Actor> {
  return (request) => authenticate(db, readSessionCookie(request, secure), profile)
}
