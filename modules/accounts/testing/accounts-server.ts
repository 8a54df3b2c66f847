import type { Database } from '@opensti/db'
import { createServer, type Server } from '@opensti/http'
import { Policy, systemClock } from '@opensti/kernel'
import { type AccountsOptions, accountsPolicy, accountsRoutes, requestAuthenticator } from '../index.ts'
import { sessionOf } from './lakeside.ts'

/** By which the links of invitations are made in tests. */
export const testLinkSecret = Buffer.alloc(32, 7)

/** A server with the routes of this module only, to be asked by `inject`. */
export async function accountsServer(db: Database, options: Partial<AccountsOptions> = {}): Promise<Server> {
  const policy = new Policy(accountsPolicy)
  const secure = options.secure ?? false
  return createServer({
    db,
    clock: systemClock,
    policy,
    routes: accountsRoutes({
      secure,
      publicUrl: () => 'http://lakeside.test',
      demonstration: true,
      linkSecret: testLinkSecret,
      lettersReachPeople: false,
      actionsFor: (someone) => policy.actions().filter((action) => policy.mightAllow(someone, action)),
      ...options,
    }),
    authenticate: requestAuthenticator(db, { secure, ...(options.profile && { profile: options.profile }) }),
    logLevel: 'silent',
    version: 'test',
    secure,
  })
}

/** The cookie header of someone who is signed in. */
export async function cookieOf(db: Database, signInName: string): Promise<{ cookie: string }> {
  return { cookie: `opensti_session=${(await sessionOf(db, signInName)).token}` }
}
