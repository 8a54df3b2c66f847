import { type Context, type Route, route } from '@opensti/http'
import { z } from 'zod'
import {
  AcceptRecoveryRequest,
  AskRecoveryRequest,
  CodeRequest,
  ConfirmSecondFactorRequest,
  DoorView,
  EntryView,
  FinishErrandRequest,
  FinishedErrandView,
  LevelClauseList,
  LookAtRecoveryRequest,
  OfferedRecovery,
  OwnSecurityView,
  PasswordAndCodeRequest,
  PasswordRequest,
  RecoveryCodeList,
  SecondFactorOffered,
  StartErrandRequest,
  StartedErrand,
} from '../contract.ts'
import { levelThreeItems } from '../domain/level-three.ts'
import { shortestPassword } from '../domain/password-rules.ts'
import { deedOf, personIdOf, personOf } from './deed.ts'
import { entering, originOf } from './entering.ts'
import { type AccountsOptions, profileOf } from './options.ts'
import { beginLinking, beginOutside } from './outside/begin-outside.ts'
import { finishOutside } from './outside/finish-outside.ts'
import { unlinkIdentity } from './outside/unlink-identity.ts'
import { getOwnSecurity } from './own-security.ts'
import { askRecovery } from './recovery/ask-recovery.ts'
import { lookAtRecovery, useRecovery } from './recovery/use-recovery.ts'
import { confirmSecondFactor } from './second-factor/confirm-second-factor.ts'
import { finishSignIn } from './second-factor/finish-sign-in.ts'
import { removeSecondFactor } from './second-factor/remove-second-factor.ts'
import { renewRecoveryCodes } from './second-factor/renew-recovery-codes.ts'
import { startSecondFactor } from './second-factor/start-second-factor.ts'
import { readSessionCookie } from './session-cookie.ts'

const self = async ({ actor }: Pick<Context, 'actor'>) => ({ personId: personIdOf(actor) ?? undefined })

/** The second step, a forgotten password, an identity from outside, and how one's own account is secured. */
export function securityRoutes(options: AccountsOptions): Route[] {
  return [...doorRoutes(options), ...ownSecurityRoutes(options)]
}

function doorRoutes(options: AccountsOptions): Route[] {
  const profile = profileOf(options)
  const { currentSession, begin, beginOrWait } = entering(options)
  const formerToken = ({ request }: Pick<Context, 'request'>) => readSessionCookie(request, options.secure)

  return [
    route('GET /api/accounts/door', 'accounts.session.look', ['登录方式', 'What the door offers'], {
      answer: DoorView,
      handle: async () => ({
        profile: profile.name,
        password: { length: shortestPassword, kinds: profile.password.kindsLeast, days: profile.password.daysMost },
        provider: options.outside ? { label: options.outside.label } : null,
      }),
    }),
    route('POST /api/accounts/sign-in/code', 'accounts.session.open', ['提交动态口令', 'Hand in the code'], {
      body: CodeRequest,
      answer: EntryView,
      selfProving: true,
      handle: async (context) => {
        const { db, body, requestId } = context
        const request = { ...body, origin: originOf(context), formerToken: formerToken(context), requestId }
        const session = await finishSignIn(db, request, options.linkSecret, profile)
        return { ...(await begin(context, session)), secondStep: null }
      },
    }),
    route('POST /api/accounts/recovery', 'accounts.recovery.ask', ['忘记密码', 'Ask for a letter'], {
      body: AskRecoveryRequest,
      handle: ({ db, body, address, requestId }) =>
        askRecovery(db, { signInName: body.signInName, address, requestId }, options.linkSecret),
    }),
    route('POST /api/accounts/recovery/look', 'accounts.recovery.use', ['查看找回链接', 'Look at a recovery link'], {
      body: LookAtRecoveryRequest,
      answer: OfferedRecovery,
      handle: ({ db, body }) => lookAtRecovery(db, body.token),
    }),
    route('POST /api/accounts/recovery/accept', 'accounts.recovery.use', ['凭链接设置新密码', 'Use a recovery link'], {
      body: AcceptRecoveryRequest,
      answer: EntryView,
      selfProving: true,
      handle: async (context) => {
        const { db, body, requestId } = context
        const request = { ...body, origin: originOf(context), requestId }
        return beginOrWait(context, await useRecovery(db, request, profile))
      },
    }),
    route('POST /api/accounts/outside/start', 'accounts.session.open', ['去统一身份认证', 'Go to the provider'], {
      body: StartErrandRequest,
      answer: StartedErrand,
      selfProving: true,
      handle: async ({ db, body, address, requestId }) => {
        const begun = await beginOutside(db, { ...body, address, requestId }, options)
        return { address: begun.url, token: begun.browser }
      },
    }),
    // The provider sends the browser here; what it brings goes behind the #, where no log and no router touches it.
    route(
      'GET /api/accounts/outside/return',
      'accounts.session.look',
      ['统一身份认证返回地址', 'Where the provider sends people back'],
      {
        query: z.record(z.string(), z.unknown()),
        answer: 'page',
        handle: async ({ query }) => ({
          body: '',
          contentType: 'text/plain; charset=utf-8',
          status: 303,
          headers: { location: `/workbench/outside#${returned(query)}`, 'cache-control': 'no-store' },
        }),
      },
    ),
    route(
      'POST /api/accounts/outside/finish',
      'accounts.session.open',
      ['从统一身份认证返回', 'Back from the provider'],
      {
        body: FinishErrandRequest,
        answer: FinishedErrandView,
        selfProving: true,
        handle: async (context) => {
          const { db, actor, requestId } = context
          const { token: browser, issuer: iss, ...rest } = context.body
          const origin = originOf(context)
          const request = {
            brought: { ...rest, iss },
            browser,
            actor,
            origin,
            formerToken: formerToken(context),
            requestId,
          }
          const { purpose, entered } = await finishOutside(db, request, options, profile)
          if (entered) return { ...(await beginOrWait(context, entered)), purpose }
          return { ...(await currentSession(context)), secondStep: null, purpose }
        },
      },
    ),
    route('GET /api/accounts/level-three', 'accounts.level-three.read', ['等保三级对照', 'How level 3 is met'], {
      answer: LevelClauseList,
      handle: async () => ({
        profile: profile.name,
        items: levelThreeItems(profile, { letters: options.lettersReachPeople, secure: options.secure }),
      }),
    }),
  ]
}

/** Those parts of the address that mean something to us, in letters that every address may hold. */
function returned(query: Record<string, unknown>): string {
  const parts = ['state', 'code', 'iss', 'error'].flatMap((name) => {
    const value = query[name]
    return typeof value === 'string' ? [[name, value.slice(0, 4000)]] : []
  })
  return Buffer.from(JSON.stringify(Object.fromEntries(parts))).toString('base64url')
}

function ownSecurityRoutes(options: AccountsOptions): Route[] {
  const { linkSecret } = options
  const own = { object: self }

  return [
    route(
      'GET /api/accounts/own/security',
      'accounts.security.read-own',
      ['我的登录安全', 'How my account is secured'],
      {
        answer: OwnSecurityView,
        object: self,
        handle: ({ db, actor }) => getOwnSecurity(db, personOf(actor).personId, profileOf(options)),
      },
    ),
    route(
      'POST /api/accounts/own/second-factor',
      'accounts.second-factor.start',
      ['登记动态口令', 'Begin a second factor'],
      {
        ...own,
        body: PasswordRequest,
        answer: SecondFactorOffered,
        handle: (context) => {
          const { db, body, address } = context
          return startSecondFactor(db, deedOf(context), { ...body, address }, linkSecret)
        },
      },
    ),
    route(
      'POST /api/accounts/own/second-factor/confirm',
      'accounts.second-factor.confirm',
      ['启用动态口令', 'Switch the second factor on'],
      {
        object: self,
        body: ConfirmSecondFactorRequest,
        answer: RecoveryCodeList,
        handle: (context) => confirmSecondFactor(context.db, deedOf(context), context.body.code, linkSecret),
      },
    ),
    route(
      'POST /api/accounts/own/second-factor/codes',
      'accounts.second-factor.change',
      ['重新生成恢复码', 'New recovery codes'],
      {
        ...own,
        body: PasswordAndCodeRequest,
        answer: RecoveryCodeList,
        handle: (context) => {
          const { db, body, address } = context
          return renewRecoveryCodes(db, deedOf(context), { ...body, address }, linkSecret)
        },
      },
    ),
    route(
      'POST /api/accounts/own/second-factor/remove',
      'accounts.second-factor.change',
      ['停用动态口令', 'Switch the second factor off'],
      {
        ...own,
        body: PasswordAndCodeRequest,
        handle: (context) => {
          const { db, body, address } = context
          return removeSecondFactor(db, deedOf(context), { ...body, address }, linkSecret)
        },
      },
    ),
    route('POST /api/accounts/own/identity', 'accounts.identity.link', ['关联统一身份', 'Link an identity'], {
      ...own,
      body: PasswordRequest,
      answer: StartedErrand,
      handle: async (context) => {
        const { db, body, address } = context
        const begun = await beginLinking(db, deedOf(context), { ...body, address }, options)
        return { address: begun.url, token: begun.browser }
      },
    }),
    route('POST /api/accounts/own/identity/unlink', 'accounts.identity.unlink', ['解除关联', 'Undo the link'], {
      ...own,
      body: PasswordRequest,
      handle: (context) => {
        const { db, body, address } = context
        return unlinkIdentity(db, deedOf(context), { ...body, address })
      },
    }),
  ]
}
