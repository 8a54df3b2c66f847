import { errandOf, giveFactor, linkTestIdentity, pendingOf, recoveryOf } from '@opensti/accounts/testing'
import { asking, counted, type Field, race, told } from './race-field.ts'
import type { Race } from './race-track.ts'
import { addPerson, harnessPassword, harnessSecret, home, providerOfHarness } from './world.ts'

/**
 * Two at the door with one thing that is good once. One-time codes change with the clock, and their races are run in
 * second-factor.test.ts; recovery codes are taken in the same way and wait.
 */
export async function racesOverSignIn({ db, keeper }: Field): Promise<Race[]> {
  const [waiting, forgetful, linked] = ['racer-waiting', 'racer-forgetful', 'racer-linked']
  const id = await addPerson(db, home, waiting!, [])
  const [forgetfulId, linkedId] = [await addPerson(db, home, forgetful!, []), await addPerson(db, home, linked!, [])]
  const [code, otherCode] = await giveFactor(db, waiting!, harnessSecret)
  const [first, second] = [await pendingOf(db, waiting!), await pendingOf(db, waiting!)]
  const link = await recoveryOf(db, forgetful!, harnessSecret)
  await linkTestIdentity(db, linked!, providerOfHarness.issuer, linked!)
  const errand = await errandOf(db, harnessSecret)

  const finish = (token: string, typed = code) =>
    asking({})('POST', '/api/accounts/sign-in/code', { token, code: typed })
  const recover = (password: string) => asking({})('POST', '/api/accounts/recovery/accept', { token: link, password })
  const comeBack = asking({})('POST', '/api/accounts/outside/finish', { ...errand, code: linked! })
  const signIn = (name: string) =>
    asking({})('POST', '/api/accounts/sign-in', { signInName: name, password: harnessPassword })
  const about = (verb: string, person: string) => keeper('POST', `/api/accounts/people/${person}/${verb}`)
  const ask = asking({})('POST', '/api/accounts/recovery', { signInName: forgetful! })
  return [
    race('finish two sign-ins by one recovery code', finish(first), finish(second), counted('401 code_refused')),
    race('finish one sign-in twice', finish(first), finish(first, otherCode), counted('401 second_step_over')),
    race(
      'finish a sign-in × have the factor reset',
      finish(first),
      about('reset-second-factor', id),
      counted('401 second_step_over'),
    ),
    race('finish a sign-in × be suspended', finish(first), about('suspend', id), counted('401 second_step_over')),
    race('sign in with a second factor × have it reset', signIn(waiting!), about('reset-second-factor', id)),
    race(
      'set a forgotten password × set it',
      recover('a long way round the lake'),
      recover('a short way over the lake'),
      told('422 recovery_not_open'),
    ),
    race(
      'set a forgotten password × sign in by it still',
      recover('a long way round the lake'),
      signIn(forgetful!),
      counted('401 sign_in_refused'),
    ),
    race(
      'set a forgotten password × be suspended',
      recover('a long way round the lake'),
      about('suspend', forgetfulId),
      told('422 recovery_not_open'),
    ),
    race('ask for a letter × ask for one', ask, ask),
    race('come back from the provider × again', comeBack, comeBack, told('401 outside_over')),
    race(
      'come back from the provider × be suspended',
      comeBack,
      about('suspend', linkedId),
      told('422 identity_not_linked'),
    ),
  ]
}
