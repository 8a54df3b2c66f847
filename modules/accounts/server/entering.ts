import type { Context } from '@opensti/http'
import { visitor } from '@opensti/kernel'
import type { CurrentSession, EntryView } from '../contract.ts'
import { deviceOf } from '../domain/device.ts'
import { authenticate } from './authenticate.ts'
import { type Entered, isPending, type Origin } from './enter.ts'
import { type AccountsOptions, profileOf } from './options.ts'
import { setSessionCookie } from './session-cookie.ts'
import type { OpenedSession } from './store.ts'
import { findProfile } from './views.ts'

/** From where a request comes, for the session that it may open. */
export function originOf({ address, request }: Pick<Context, 'address' | 'request'>): Origin {
  return { address, device: deviceOf(request.headers['user-agent']) }
}

/** What every route answers that lets somebody in. */
export function entering(options: AccountsOptions) {
  const profile = profileOf(options)

  async function currentSession({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<CurrentSession> {
    const person = await findProfile(db, actor, profile)
    return { person, actions: options.actionsFor(actor), demonstration: options.demonstration }
  }

  async function begin({ db, reply }: Pick<Context, 'db' | 'reply'>, session: OpenedSession): Promise<CurrentSession> {
    setSessionCookie(reply, session.token, options.secure)
    return currentSession({ db, actor: await authenticate(db, session.token, profile) })
  }

  /** Inside with a cookie, or nobody yet and a token by which the code is handed in. */
  async function beginOrWait(context: Pick<Context, 'db' | 'reply'>, entered: Entered): Promise<EntryView> {
    if (!isPending(entered)) return { ...(await begin(context, entered)), secondStep: null }
    const nobody = await currentSession({ db: context.db, actor: visitor })
    return { ...nobody, secondStep: { token: entered.token, expiresAt: entered.expiresAt.toISOString() } }
  }

  return { currentSession, begin, beginOrWait }
}
