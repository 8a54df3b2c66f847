import { type Context, defineRoute, type Route } from '@opensti/http'
import {
  AcceptInvitationRequest,
  ChangePasswordRequest,
  CurrentSession,
  EndedSessions,
  LookAtInvitationRequest,
  OfferedInvitation,
  SessionList,
  SessionParams,
  SignInRequest,
} from '../contract.ts'
import { sessionRule } from '../domain/session-life.ts'
import { acceptInvitation, findOpenInvitation, notOpen } from './accept-invitation.ts'
import { authenticate } from './authenticate.ts'
import { changePassword } from './change-password.ts'
import { deedOf, personIdOf, personOf } from './deed.ts'
import { endOwnSessions } from './end-own-sessions.ts'
import type { AccountsOptions } from './options.ts'
import { sessionObject } from './policy-objects.ts'
import { revokeSession } from './revoke-session.ts'
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import type { OpenedSession } from './store.ts'
import { hashToken } from './tokens.ts'
import { findProfile, listSessions } from './views.ts'

/** Coming in, going out, and one's own account. */
export function sessionRoutes(options: AccountsOptions): Route[] {
  const rule = options.sessionRule ?? sessionRule
  const self = async ({ actor }: Context<unknown, unknown, unknown>) => ({ personId: personIdOf(actor) ?? undefined })

  async function currentSession(context: Pick<Context, 'db' | 'actor'>): Promise<CurrentSession> {
    const person = await findProfile(context.db, context.actor)
    return { person, actions: options.actionsFor(context.actor), demonstration: options.demonstration }
  }

  async function begin(context: Pick<Context, 'db' | 'reply'>, session: OpenedSession): Promise<CurrentSession> {
    setSessionCookie(context.reply, session.token, options.secure)
    return currentSession({ db: context.db, actor: await authenticate(context.db, session.token, rule) })
  }

  return [
    defineRoute({
      method: 'GET',
      url: '/api/accounts/session',
      action: 'accounts.session.look',
      summary: { zh: '当前登录者', en: 'Who is signed in' },
      answer: CurrentSession,
      handle: (context) => currentSession(context),
    }),
    defineRoute({
      method: 'POST',
      url: '/api/accounts/sign-in',
      selfProving: true,
      action: 'accounts.session.open',
      summary: { zh: '登录', en: 'Sign in' },
      body: SignInRequest,
      answer: CurrentSession,
      handle: async (context) => {
        const formerToken = readSessionCookie(context.request, options.secure)
        const { address, requestId } = context
        return begin(context, await signIn(context.db, { ...context.body, address, formerToken, requestId }, rule))
      },
    }),
    defineRoute({
      method: 'POST',
      url: '/api/accounts/sign-out',
      action: 'accounts.session.close',
      summary: { zh: '退出登录', en: 'Sign out' },
      answer: 'nothing',
      handle: async (context) => {
        await signOut(context.db, deedOf(context))
        clearSessionCookie(context.reply, options.secure)
        return undefined
      },
    }),
    defineRoute({
      method: 'POST',
      url: '/api/accounts/invitations/look',
      action: 'accounts.invitation.accept',
      summary: { zh: '查看邀请', en: 'Look at an invitation' },
      body: LookAtInvitationRequest,
      answer: OfferedInvitation,
      handle: async ({ db, body }) => {
        const invitation = await findOpenInvitation(db, hashToken(body.token))
        if (!invitation) throw notOpen()
        return {
          purpose: invitation.purpose,
          name: invitation.name,
          signInName: invitation.sign_in_name,
          expiresAt: invitation.expires_at.toISOString(),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      url: '/api/accounts/invitations/accept',
      selfProving: true,
      action: 'accounts.invitation.accept',
      summary: { zh: '接受邀请', en: 'Accept an invitation' },
      body: AcceptInvitationRequest,
      answer: CurrentSession,
      handle: async (context) =>
        begin(context, await acceptInvitation(context.db, { ...context.body, requestId: context.requestId }, rule)),
    }),
    defineRoute({
      method: 'GET',
      url: '/api/accounts/own/sessions',
      action: 'accounts.session.list-own',
      summary: { zh: '我的会话', en: 'My sessions' },
      answer: SessionList,
      object: self,
      handle: async ({ db, actor }) => {
        const person = personOf(actor)
        return { sessions: await listSessions(db, person.personId, person.sessionId, rule) }
      },
    }),
    defineRoute({
      method: 'POST',
      url: '/api/accounts/own/sessions/end-others',
      action: 'accounts.session.end-own',
      summary: { zh: '终止我的其他会话', en: 'End my other sessions' },
      answer: EndedSessions,
      object: self,
      handle: (context) => endOwnSessions(context.db, deedOf(context)),
    }),
    defineRoute({
      method: 'DELETE',
      url: '/api/accounts/own/sessions/:sessionId',
      action: 'accounts.session.end-own',
      summary: { zh: '终止我的一个会话', en: 'End one of my sessions' },
      params: SessionParams,
      answer: 'nothing',
      object: ({ db, params }) => sessionObject(db, params.sessionId),
      handle: async (context) => {
        await revokeSession(context.db, deedOf(context), context.params.sessionId)
        return undefined
      },
    }),
    defineRoute({
      method: 'POST',
      url: '/api/accounts/own/password',
      selfProving: true,
      action: 'accounts.password.change',
      summary: { zh: '更改我的密码', en: 'Change my password' },
      body: ChangePasswordRequest,
      answer: CurrentSession,
      object: self,
      handle: async (context) => {
        const request = { ...context.body, address: context.address }
        return begin(context, await changePassword(context.db, deedOf(context), request, rule))
      },
    }),
  ]
}
