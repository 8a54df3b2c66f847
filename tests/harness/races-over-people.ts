import { callerFor } from './caller.ts'
import { makePerson } from './city-things.ts'
import { type Ask, asker, asking, counted, type Field, race, told } from './race-field.ts'
import type { Exception, Race } from './race-track.ts'
import { decisionOn, read } from './races-over-plans.ts'
import { harnessPassword, home, signInName, unitOf } from './world.ts'

/** Two security administrators about one person, one invitation, one name. */
export async function racesOverPeople(field: Field): Promise<Race[]> {
  const { keeper, secondKeeper, db, server } = field
  const person = await makePerson(db, server, home, await unitOf(db, home))
  const call = await callerFor(db, server, signInName('security-administrator', home))
  const suspended = await makePerson(db, server, home, await unitOf(db, home))
  await call('POST', `/api/accounts/people/${suspended.personId}/suspend`)
  const grant = (role: string) =>
    ['POST', '/api/accounts/grants', { regionId: home, personId: person.personId, role }] as const
  const about = (verb: string, id = person.personId) => ['POST', `/api/accounts/people/${id}/${verb}`] as const
  const invite = (name: string) =>
    ['POST', '/api/accounts/invitations', { regionId: home, name, signInName: name }] as const
  const revoke = ['DELETE', `/api/accounts/grants/${person.grantId}`] as const
  const withdraw = ['DELETE', `/api/accounts/invitations/${person.invitationId}`] as const
  const endSession = ['DELETE', `/api/accounts/sessions/${person.sessionId}`] as const
  const accept = (password: string) =>
    asking({})('POST', '/api/accounts/invitations/accept', { token: person.token, password })
  const alone = (name: string, deed: Parameters<Ask>, more: readonly Exception[] = []) =>
    race(`${name} × the same`, keeper(...deed), secondKeeper(...deed), more)
  return [
    alone('grant a role', [...grant('planner')]),
    race(
      'grant one administrator role × another',
      keeper(...grant('auditor')),
      secondKeeper(...grant('system-administrator')),
    ),
    race('grant a role × suspend', keeper(...grant('planner')), secondKeeper(...about('suspend'))),
    alone('revoke a role', [...revoke], told('409 role_not_held')),
    alone('suspend', [...about('suspend')], told('409 person_not_active')),
    alone('reinstate', [...about('reinstate', suspended.personId)], told('409 person_not_suspended')),
    race('suspend × reinstate', keeper(...about('suspend')), secondKeeper(...about('reinstate'))),
    alone('unlock', [...about('unlock')]),
    alone('renew a password', [...about('new-password')]),
    race('renew a password × suspend', keeper(...about('new-password')), secondKeeper(...about('suspend'))),
    alone('end a session', [...endSession]),
    alone('invite', [...invite('one.name')]),
    race(
      'invite × take up an invitation of that name',
      keeper(...invite(person.guest)),
      accept('a long way round the lake'),
    ),
    alone('withdraw an invitation', [...withdraw], told('422 invitation_not_open')),
    race(
      'withdraw × take up',
      keeper(...withdraw),
      accept('a long way round the lake'),
      told('422 invitation_not_open'),
    ),
    race('take up an invitation × the same', accept('a long way round the lake'), accept('a short way over the lake')),
  ]
}

/** Somebody acts while another takes her means away, or both take each other’s. */
export async function racesOverAccess(field: Field): Promise<Race[]> {
  const { keeper, secondKeeper, secondPlanner, db } = field
  const { id, candidates } = await read(field, 9000)
  const idOf = async (name: string) =>
    (await db.selectFrom('accounts.person').select('id').where('sign_in_name', '=', name).executeTakeFirstOrThrow()).id
  const grantOf = async (name: string) =>
    (
      await db
        .selectFrom('accounts.role_grant')
        .select('id')
        .where('person', '=', await idOf(name))
        .executeTakeFirstOrThrow()
    ).id
  const first = signInName('security-administrator', home)
  const revokeGrantOf = async (name: string) => ['DELETE', `/api/accounts/grants/${await grantOf(name)}`] as const
  const suspend = async (name: string) => ['POST', `/api/accounts/people/${await idOf(name)}/suspend`] as const
  const use = secondPlanner(...decisionOn(id, candidates[0]!, 'accept'))
  return [
    race('revoke a role × use it', keeper(...(await revokeGrantOf('second-planner'))), use),
    race('suspend × act', keeper(...(await suspend('second-planner'))), use),
    race(
      'two security administrators revoke each other',
      keeper(...(await revokeGrantOf('second-keeper'))),
      secondKeeper(...(await revokeGrantOf(first))),
      told('409 last_security_administrator'),
    ),
    race(
      'two security administrators suspend each other',
      keeper(...(await suspend('second-keeper'))),
      secondKeeper(...(await suspend(first))),
      told('409 last_security_administrator'),
    ),
  ]
}

/** One person in two windows, and whoever knows her password. */
export async function racesOverOneself({ db, server, keeper }: Field): Promise<Race[]> {
  const person = await makePerson(db, server, home, await unitOf(db, home))
  const [one, two] = [await asker(db, person.signInName), await asker(db, person.signInName)]
  const change = (newPassword: string) =>
    ['POST', '/api/accounts/own/password', { currentPassword: harnessPassword, newPassword }] as const
  const signIn = asking({})('POST', '/api/accounts/sign-in', {
    signInName: person.signInName,
    password: harnessPassword,
  })
  const endOthers = ['POST', '/api/accounts/own/sessions/end-others'] as const
  return [
    race(
      'change one’s password × change it',
      one(...change('another way round the lake')),
      two(...change('a third way round the lake')),
      [...counted('409 password_changed_meanwhile'), ...counted('422 current_password_wrong')],
    ),
    race(
      'change one’s password × sign in',
      one(...change('another way round the lake')),
      signIn,
      counted('401 sign_in_refused'),
    ),
    race('sign in × sign in', signIn, signIn),
    race(
      'sign in × be suspended',
      signIn,
      keeper('POST', `/api/accounts/people/${person.personId}/suspend`),
      counted('401 sign_in_refused'),
    ),
    race('end one’s other sessions × end them', one(...endOthers), two(...endOthers), [
      { answers: 'done | done', because: 'both were signed in when they asked, and end each other', leavesOther: true },
    ]),
    race(
      'sign out × have the session ended',
      one('POST', '/api/accounts/sign-out'),
      keeper('DELETE', `/api/accounts/sessions/${person.sessionId}`),
    ),
  ]
}
