import { type Context, type Route, route } from '@opensti/http'
import {
  EndedSessions,
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
import { deedOf } from './deed.ts'
import { endSessionsOfPerson } from './end-sessions-of-person.ts'
import { grantRole } from './grant-role.ts'
import { invitePerson, type MadeInvitation as Made } from './invite-person.ts'
import { type AccountsOptions, invitationLink, profileOf } from './options.ts'
import { granteeObject, grantObject, invitationObject, personObject, sessionObject } from './policy-objects.ts'
import { reinstatePerson } from './reinstate-person.ts'
import { renewPassword } from './renew-password.ts'
import { revokeRole } from './revoke-role.ts'
import { revokeSession } from './revoke-session.ts'
import { resetSecondFactor } from './second-factor/reset-second-factor.ts'
import { suspendPerson } from './suspend-person.ts'
import { unlockAccount } from './unlock-account.ts'
import { getPerson, listInvitations, listPeople } from './views.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const ofRegion = { query: RegionQuery, object: async (asked: Regional) => ({ regionId: asked.query.region }) }
const ofPerson = { params: PersonParams, object: ({ db, params }: Personal) => personObject(db, params.personId) }
type Regional = Context<undefined, { region: string }, undefined>
type Personal = Context<{ personId: string }, undefined, undefined>

/** What the security administrator does with people, invitations, roles and sessions of her region. */
export function peopleRoutes(options: AccountsOptions): Route[] {
  const rule = profileOf(options).session
  const show = (made: Made, email: string | null) => ({
    id: made.invitationId,
    expiresAt: made.expiresAt.toISOString(),
    link: email === null || !options.lettersReachPeople ? invitationLink(options, made.token) : null,
  })

  return [
    route('GET /api/accounts/people', 'accounts.person.list', ['本地区的人员', 'People of a region'], {
      ...ofRegion,
      answer: PersonList,
      handle: async ({ db, query }) => ({ people: await listPeople(db, query.region, rule) }),
    }),
    route('GET /api/accounts/people/:personId', 'accounts.person.read', ['一个人的账号', 'The account of a person'], {
      ...ofPerson,
      answer: PersonView,
      handle: ({ db, params }) => getPerson(db, params.personId, rule),
    }),
    personDeed('unlock', 'accounts.person.unlock', ['解除登录暂停', 'Lift the pause of an account'], unlockAccount),
    personDeed('suspend', 'accounts.person.suspend', ['停用账号', 'Suspend an account'], suspendPerson),
    personDeed(
      'reset-second-factor',
      'accounts.second-factor.reset',
      ['重置一个人的动态口令', 'Reset the second factor of a person'],
      resetSecondFactor,
    ),
    personDeed('reinstate', 'accounts.person.reinstate', ['恢复账号', 'Reinstate an account'], reinstatePerson),
    route(
      'POST /api/accounts/people/:personId/end-sessions',
      'accounts.session.revoke',
      ['终止一个人的全部会话', 'End all sessions of a person'],
      {
        ...ofPerson,
        answer: EndedSessions,
        handle: (context) => endSessionsOfPerson(context.db, deedOf(context), context.params.personId),
      },
    ),
    route(
      'POST /api/accounts/people/:personId/new-password',
      'accounts.person.renew-password',
      ['发出重设密码的链接', 'Give out a link for a new password'],
      {
        ...ofPerson,
        answer: MadeInvitation,
        handle: async (context) => {
          const { personId } = context.params
          const { email } = await getPerson(context.db, personId, rule)
          return show(await renewPassword(context.db, deedOf(context), personId, options.linkSecret), email)
        },
      },
    ),
    route('GET /api/accounts/invitations', 'accounts.invitation.list', ['本地区的邀请', 'Invitations of a region'], {
      ...ofRegion,
      answer: InvitationList,
      handle: async ({ db, query }) => ({ invitations: await listInvitations(db, query.region) }),
    }),
    route('POST /api/accounts/invitations', 'accounts.person.invite', ['邀请人员', 'Invite a person'], {
      body: InvitePersonRequest,
      answer: MadeInvitation,
      object: async ({ body }) => ({ regionId: body.regionId }),
      handle: async (context) => {
        const made = await invitePerson(context.db, deedOf(context), context.body, options.linkSecret)
        return show(made, context.body.email)
      },
    }),
    route(
      'DELETE /api/accounts/invitations/:invitationId',
      'accounts.invitation.withdraw',
      ['收回邀请', 'Withdraw an invitation'],
      {
        params: InvitationParams,
        object: ({ db, params }) => invitationObject(db, params.invitationId),
        handle: (context) => withdrawInvitation(context.db, deedOf(context), context.params.invitationId),
      },
    ),
    route('POST /api/accounts/grants', 'accounts.role.grant', ['授予角色', 'Grant a role'], {
      body: GrantRoleRequest,
      answer: GrantedRole,
      object: ({ db, body }) => granteeObject(db, body.personId, body.regionId),
      handle: (context) => grantRole(context.db, deedOf(context), context.body),
    }),
    route('DELETE /api/accounts/grants/:grantId', 'accounts.role.revoke', ['收回角色', 'Revoke a role'], {
      params: GrantParams,
      object: ({ db, params }) => grantObject(db, params.grantId),
      handle: (context) => revokeRole(context.db, deedOf(context), context.params.grantId),
    }),
    route(
      'DELETE /api/accounts/sessions/:sessionId',
      'accounts.session.revoke',
      ['终止一个会话', 'End a session of a person'],
      {
        params: SessionParams,
        object: ({ db, params }) => sessionObject(db, params.sessionId),
        handle: (context) => revokeSession(context.db, deedOf(context), context.params.sessionId),
      },
    ),
  ]
}

/** A deed about one person that needs nothing but her id. */
function personDeed(verb: string, action: string, name: [string, string], perform: typeof unlockAccount): Route {
  return route(`POST /api/accounts/people/:personId/${verb}`, action, name, {
    ...ofPerson,
    handle: (context) => perform(context.db, deedOf(context), context.params.personId),
  })
}
