import { defineRoute, type Route } from '@opensti/http'
import {
  GrantedRole,
  GrantParams,
  GrantRoleRequest,
  InvitationList,
  InvitationParams,
  InvitePersonRequest,
  MadeInvitation,
  PersonList,
  PersonParams,
  PersonView,
  RegionQuery,
  SessionParams,
} from '../contract.ts'
import { sessionRule } from '../domain/session-life.ts'
import { deedOf } from './deed.ts'
import { grantRole } from './grant-role.ts'
import { invitePerson, type MadeInvitation as Made } from './invite-person.ts'
import { type AccountsOptions, invitationLink } from './options.ts'
import { granteeObject, grantObject, invitationObject, personObject, sessionObject } from './policy-objects.ts'
import { reinstatePerson } from './reinstate-person.ts'
import { renewPassword } from './renew-password.ts'
import { revokeRole } from './revoke-role.ts'
import { revokeSession } from './revoke-session.ts'
import { suspendPerson } from './suspend-person.ts'
import { unlockAccount } from './unlock-account.ts'
import { getPerson, listInvitations, listPeople } from './views.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

/** What the security administrator does with people, invitations, roles and sessions of her region. */
export function peopleRoutes(options: AccountsOptions): Route[] {
  const rule = options.sessionRule ?? sessionRule
  const linkFor = (token: string) => invitationLink(options, token)
  const show = (made: Made, mailed: boolean) => ({
    id: made.invitationId,
    expiresAt: made.expiresAt.toISOString(),
    link: options.demonstration || !mailed ? linkFor(made.token) : null,
  })

  return [
    defineRoute({
      method: 'GET',
      url: '/api/accounts/people',
      action: 'accounts.person.list',
      summary: { zh: '本地区的人员', en: 'People of a region' },
      query: RegionQuery,
      answer: PersonList,
      object: async ({ query }) => ({ regionId: query.region }),
      handle: async ({ db, query }) => ({ people: await listPeople(db, query.region, rule) }),
    }),
    defineRoute({
      method: 'GET',
      url: '/api/accounts/people/:personId',
      action: 'accounts.person.read',
      summary: { zh: '一个人的账号', en: 'The account of a person' },
      params: PersonParams,
      answer: PersonView,
      object: ({ db, params }) => personObject(db, params.personId),
      handle: ({ db, params }) => getPerson(db, params.personId, rule),
    }),
    personDeed(
      'unlock',
      'accounts.person.unlock',
      { zh: '解除登录暂停', en: 'Lift the pause of an account' },
      unlockAccount,
    ),
    personDeed('suspend', 'accounts.person.suspend', { zh: '停用账号', en: 'Suspend an account' }, suspendPerson),
    personDeed(
      'reinstate',
      'accounts.person.reinstate',
      { zh: '恢复账号', en: 'Reinstate an account' },
      reinstatePerson,
    ),
    defineRoute({
      method: 'POST',
      url: '/api/accounts/people/:personId/new-password',
      action: 'accounts.person.renew-password',
      summary: { zh: '发出重设密码的链接', en: 'Give out a link for a new password' },
      params: PersonParams,
      answer: MadeInvitation,
      object: ({ db, params }) => personObject(db, params.personId),
      handle: async (context) => {
        const { email } = await getPerson(context.db, context.params.personId, rule)
        const made = await renewPassword(context.db, deedOf(context), context.params.personId, linkFor)
        return show(made, email !== null)
      },
    }),
    defineRoute({
      method: 'GET',
      url: '/api/accounts/invitations',
      action: 'accounts.invitation.list',
      summary: { zh: '本地区的邀请', en: 'Invitations of a region' },
      query: RegionQuery,
      answer: InvitationList,
      object: async ({ query }) => ({ regionId: query.region }),
      handle: async ({ db, query }) => ({ invitations: await listInvitations(db, query.region) }),
    }),
    defineRoute({
      method: 'POST',
      url: '/api/accounts/invitations',
      action: 'accounts.person.invite',
      summary: { zh: '邀请人员', en: 'Invite a person' },
      body: InvitePersonRequest,
      answer: MadeInvitation,
      object: async ({ body }) => ({ regionId: body.regionId }),
      handle: async (context) =>
        show(await invitePerson(context.db, deedOf(context), context.body, linkFor), context.body.email !== null),
    }),
    defineRoute({
      method: 'DELETE',
      url: '/api/accounts/invitations/:invitationId',
      action: 'accounts.invitation.withdraw',
      summary: { zh: '收回邀请', en: 'Withdraw an invitation' },
      params: InvitationParams,
      answer: 'nothing',
      object: ({ db, params }) => invitationObject(db, params.invitationId),
      handle: async (context) => {
        await withdrawInvitation(context.db, deedOf(context), context.params.invitationId)
        return undefined
      },
    }),
    defineRoute({
      method: 'POST',
      url: '/api/accounts/grants',
      action: 'accounts.role.grant',
      summary: { zh: '授予角色', en: 'Grant a role' },
      body: GrantRoleRequest,
      answer: GrantedRole,
      object: ({ db, body }) => granteeObject(db, body.personId, body.regionId),
      handle: (context) => grantRole(context.db, deedOf(context), context.body),
    }),
    defineRoute({
      method: 'DELETE',
      url: '/api/accounts/grants/:grantId',
      action: 'accounts.role.revoke',
      summary: { zh: '收回角色', en: 'Revoke a role' },
      params: GrantParams,
      answer: 'nothing',
      object: ({ db, params }) => grantObject(db, params.grantId),
      handle: async (context) => {
        await revokeRole(context.db, deedOf(context), context.params.grantId)
        return undefined
      },
    }),
    defineRoute({
      method: 'DELETE',
      url: '/api/accounts/sessions/:sessionId',
      action: 'accounts.session.revoke',
      summary: { zh: '终止一个会话', en: 'End a session of a person' },
      params: SessionParams,
      answer: 'nothing',
      object: ({ db, params }) => sessionObject(db, params.sessionId),
      handle: async (context) => {
        await revokeSession(context.db, deedOf(context), context.params.sessionId)
        return undefined
      },
    }),
  ]
}

/** A deed about one person that needs nothing but her id. */
function personDeed(verb: string, action: string, summary: Route['summary'], perform: typeof unlockAccount): Route {
  return defineRoute({
    method: 'POST',
    url: `/api/accounts/people/:personId/${verb}`,
    action,
    summary,
    params: PersonParams,
    answer: 'nothing',
    object: ({ db, params }) => personObject(db, params.personId),
    handle: async (context) => {
      await perform(context.db, deedOf(context), context.params.personId)
      return undefined
    },
  })
}
