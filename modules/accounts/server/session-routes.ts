import { type Context, type Route, route } from '@opensti/http'
import {
  AcceptInvitationRequest,
  ChangePasswordRequest,
  ClosedSession,
  CurrentSession,
  EndedSessions,
  EntryView,
  LookAtInvitationRequest,
  OfferedInvitation,
  SessionList,
  SessionParams,
  SignInRequest,
} from '../contract.ts'
import { acceptInvitation, lookAtInvitation } from './accept-invitation.ts'
import { changePassword } from './change-password.ts'
import { deedOf, personIdOf, personOf } from './deed.ts'
import { endOwnSessions } from './end-own-sessions.ts'
import { entering, originOf } from './entering.ts'
import { type AccountsOptions, profileOf } from './options.ts'
import { sessionObject } from './policy-objects.ts'
import { revokeSession } from './revoke-session.ts'
import { clearSessionCookie, readSessionCookie } from './session-cookie.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { listSessions } from './views.ts'

/** Coming in, going out, and one's own account. */
export function sessionRoutes(options: AccountsOptions): Route[] {
  const profile = profileOf(options)
  const rule = profile.session
  const self = async ({ actor }: Pick<Context, 'actor'>) => ({ personId: personIdOf(actor) ?? undefined })
  const { currentSession, begin, beginOrWait } = entering(options)

  return [
    route('GET /api/accounts/session', 'accounts.session.look', ['当前登录者', 'Who is signed in'], {
      answer: CurrentSession,
      handle: currentSession,
    }),
    route('POST /api/accounts/sign-in', 'accounts.session.open', ['登录', 'Sign in'], {
      body: SignInRequest,
      answer: EntryView,
      selfProving: true,
      handle: async (context) => {
        const { db, requestId } = context
        const formerToken = readSessionCookie(context.request, options.secure)
        const request = { ...context.body, ...originOf(context), formerToken, requestId }
        return beginOrWait(context, await signIn(db, request, profile))
      },
    }),
    route('POST /api/accounts/sign-out', 'accounts.session.close', ['退出登录', 'Sign out'], {
      answer: ClosedSession,
      handle: async (context) => {
        const way = await signOut(context.db, deedOf(context))
        clearSessionCookie(context.reply, options.secure)
        return { address: way === 'outside' ? ((await options.outside?.leave?.()) ?? null) : null }
      },
    }),
    route('POST /api/accounts/invitations/look', 'accounts.invitation.accept', ['查看邀请', 'Look at an invitation'], {
      body: LookAtInvitationRequest,
      answer: OfferedInvitation,
      handle: ({ db, body }) => lookAtInvitation(db, body.token),
    }),
    route('POST /api/accounts/invitations/accept', 'accounts.invitation.accept', ['接受邀请', 'Accept an invitation'], {
      body: AcceptInvitationRequest,
      answer: EntryView,
      selfProving: true,
      handle: async (context) => {
        const { db, body, requestId } = context
        const request = { ...body, origin: originOf(context), requestId }
        return beginOrWait(context, await acceptInvitation(db, request, profile))
      },
    }),
    route('GET /api/accounts/own/sessions', 'accounts.session.list-own', ['我的会话', 'My sessions'], {
      answer: SessionList,
      object: self,
      handle: async ({ db, actor }) => {
        const { personId, sessionId } = personOf(actor)
        return { sessions: await listSessions(db, personId, sessionId, rule) }
      },
    }),
    route(
      'POST /api/accounts/own/sessions/end-others',
      'accounts.session.end-own',
      ['终止我的其他会话', 'End my other sessions'],
      { answer: EndedSessions, object: self, handle: (context) => endOwnSessions(context.db, deedOf(context)) },
    ),
    route(
      'DELETE /api/accounts/own/sessions/:sessionId',
      'accounts.session.end-own',
      ['终止我的一个会话', 'End one of my sessions'],
      {
        params: SessionParams,
        object: ({ db, params }) => sessionObject(db, params.sessionId),
        handle: (context) => revokeSession(context.db, deedOf(context), context.params.sessionId),
      },
    ),
    route('POST /api/accounts/own/password', 'accounts.password.change', ['更改我的密码', 'Change my password'], {
      body: ChangePasswordRequest,
      answer: CurrentSession,
      object: self,
      selfProving: true,
      handle: async (context) => {
        const request = { ...context.body, ...originOf(context) }
        return begin(context, await changePassword(context.db, deedOf(context), request, profile))
      },
    }),
  ]
}
