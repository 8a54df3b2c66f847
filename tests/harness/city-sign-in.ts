import { errandOf, giveFactor, linkTestIdentity, pendingOf, recoveryOf, testCode } from '@opensti/accounts/testing'
import type { Database } from '@opensti/db'
import type { Ids } from './city-things.ts'
import { addPerson, harnessPassword, harnessSecret, providerOfHarness } from './world.ts'

let made = 0

/** Actions about one's own sign-in whose handlers ask again who asks. */
export const ownSignIn = [
  'accounts.security.read-own',
  'accounts.second-factor.start',
  'accounts.second-factor.confirm',
  'accounts.second-factor.change',
  'accounts.identity.link',
  'accounts.identity.unlink',
]

/** Someone at the second step, someone with a letter for a forgotten password, someone back from the provider. */
export async function prepareSignIn(db: Database, region: string): Promise<Ids> {
  made += 1
  const [waiting, forgetful, linked] = ['waiting', 'forgetful', 'linked'].map((name) => `${name}-${made}.${region}`)
  for (const name of [waiting, forgetful, linked]) await addPerson(db, region, name!, [])
  await giveFactor(db, waiting!, harnessSecret)
  await linkTestIdentity(db, linked!, providerOfHarness.issuer, linked!)
  const { state, token } = await errandOf(db, harnessSecret)
  return {
    pendingToken: await pendingOf(db, waiting!),
    recoveryToken: await recoveryOf(db, forgetful!, harnessSecret),
    outsideState: state,
    outsideToken: token,
    outsideCode: linked!,
  }
}

/** What the routes of signing in would find nothing by. */
export const noSignIn: Ids = {
  pendingToken: 'x'.repeat(43),
  recoveryToken: 'x'.repeat(43),
  outsideState: 'x'.repeat(80),
  outsideToken: 'x'.repeat(43),
  outsideCode: 'nobody',
}

/** A sound message for each route of signing in that has a body. */
export const signInBodies: Record<string, (ids: Ids) => object> = {
  'POST /api/accounts/sign-in/code': ({ pendingToken }) => ({ token: pendingToken, code: testCode() }),
  'POST /api/accounts/recovery': () => ({ signInName: 'some.body' }),
  'POST /api/accounts/recovery/look': ({ recoveryToken }) => ({ token: recoveryToken }),
  'POST /api/accounts/recovery/accept': ({ recoveryToken }) => ({
    token: recoveryToken,
    password: 'a long way round the lake',
  }),
  'POST /api/accounts/outside/start': () => ({}),
  'POST /api/accounts/outside/finish': ({ outsideState, outsideToken, outsideCode }) => ({
    state: outsideState,
    token: outsideToken,
    code: outsideCode,
  }),
  'POST /api/accounts/own/second-factor': () => ({ currentPassword: harnessPassword }),
  'POST /api/accounts/own/second-factor/confirm': () => ({ code: testCode() }),
  'POST /api/accounts/own/second-factor/codes': () => ({ currentPassword: harnessPassword, code: testCode() }),
  'POST /api/accounts/own/second-factor/remove': () => ({ currentPassword: harnessPassword, code: testCode() }),
  'POST /api/accounts/own/identity': () => ({ currentPassword: harnessPassword }),
  'POST /api/accounts/own/identity/unlink': () => ({ currentPassword: harnessPassword }),
}
