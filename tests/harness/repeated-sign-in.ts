import { giveFactor, linkTestIdentity, testCode } from '@opensti/accounts/testing'
import type { Database } from '@opensti/db'
import { prepareSignIn, signInBodies } from './city-sign-in.ts'
import type { Wish } from './repeated-requests.ts'
import { addPerson, cookieFor, harnessPassword, harnessSecret, home, providerOfHarness, signInName } from './world.ts'

/** A fresh wish for every write of signing in beyond a password. */
export function wishesAboutSignIn(db: Database): Readonly<Record<string, () => Promise<Wish>>> {
  let made = 0
  const someone = async () => {
    made += 1
    const name = `secured-${made}`
    return { name, id: await addPerson(db, home, name, []) }
  }
  const atTheDoor =
    (route: string, more: Partial<Wish> = {}) =>
    async (): Promise<Wish> => ({
      url: route.split(' ')[1]!,
      payload: signInBodies[route]!(await prepareSignIn(db, home)),
      ...more,
    })
  const own = (address: string, prepare: (name: string) => Promise<unknown>, payload: () => object) => async () => {
    const { name } = await someone()
    await prepare(name)
    return { url: `/api/accounts/own/${address}`, payload: payload(), headers: await cookieFor(db, name) }
  }
  const nothing = async () => undefined
  const password = { currentPassword: harnessPassword }
  const factor = (name: string) => giveFactor(db, name, harnessSecret)
  const both = () => ({ ...password, code: testCode() })
  const codeRoute = 'POST /api/accounts/sign-in/code'
  const look = 'POST /api/accounts/recovery/look'
  const doors = [
    codeRoute,
    'POST /api/accounts/recovery',
    'POST /api/accounts/recovery/accept',
    'POST /api/accounts/outside/start',
    'POST /api/accounts/outside/finish',
  ]
  return {
    ...Object.fromEntries(doors.map((route) => [route, atTheDoor(route)])),
    [look]: atTheDoor(look, { changesNothing: true }),
    'POST /api/accounts/own/second-factor': own('second-factor', nothing, () => password),
    'POST /api/accounts/own/second-factor/confirm': own(
      'second-factor/confirm',
      (name) => giveFactor(db, name, harnessSecret, { begun: true }),
      () => ({ code: testCode() }),
    ),
    'POST /api/accounts/own/second-factor/codes': own('second-factor/codes', factor, both),
    'POST /api/accounts/own/second-factor/remove': own('second-factor/remove', factor, both),
    'POST /api/accounts/own/identity': own('identity', nothing, () => password),
    'POST /api/accounts/own/identity/unlink': own(
      'identity/unlink',
      (name) => linkTestIdentity(db, name, providerOfHarness.issuer, name),
      () => password,
    ),
    'POST /api/accounts/people/:personId/reset-second-factor': async () => {
      const { name, id } = await someone()
      await factor(name)
      return {
        url: `/api/accounts/people/${id}/reset-second-factor`,
        headers: await cookieFor(db, signInName('security-administrator', home)),
      }
    },
  }
}
