import { randomUUID } from 'node:crypto'
import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { callerFor, makePerson } from './city-things.ts'
import type { Exception, Race, RaceRequest } from './race-track.ts'
import { addPerson, canaryPaper, cookieFor, harnessPassword, home, signInName, unitOf } from './world.ts'

type Headers = Record<string, string>
type Ask = (method: RaceRequest['method'], url: string, payload?: object) => RaceRequest

/** Everyone who races, and what she asks for. */
interface Field {
  planner: Ask
  secondPlanner: Ask
  keeper: Ask
  secondKeeper: Ask
  db: Database
  server: Server
}

/** Every race of the house, on things made for it. A new one joins its group below with one line. */
export async function prepareRaces(db: Database, server: Server): Promise<Race[]> {
  const keeperName = signInName('security-administrator', home)
  await addPerson(db, home, 'second-planner', ['planner'])
  await addPerson(db, home, 'second-keeper', ['security-administrator'])
  const field: Field = {
    planner: await asker(db, signInName('planner', home)),
    secondPlanner: await asker(db, 'second-planner'),
    keeper: await asker(db, keeperName),
    secondKeeper: await asker(db, 'second-keeper'),
    db,
    server,
  }
  return [
    ...(await racesOverCandidates(field)),
    ...(await racesOverPlans(field)),
    ...(await racesOverPeople(field)),
    ...(await racesOverAccess(field)),
    ...(await racesOverOneself(field)),
  ]
}

async function asker(db: Database, signIn: string): Promise<Ask> {
  return asking(await cookieFor(db, signIn))
}

function asking(headers: Headers): Ask {
  return (method, url, payload) => ({ method, url, headers, ...(payload && { payload }) })
}

function race(name: string, first: RaceRequest, second: RaceRequest, alsoFine: readonly Exception[] = []): Race {
  return { name, requests: [first, second], alsoFine }
}

/** Whoever comes second is told by the deed itself, not by the door, when she was let in before the first had ended. */
function told(refusal: string): Exception[] {
  const because = 'the state is looked at once before the deed and once in it'
  return [`done | ${refusal}`, `${refusal} | done`].map((answers) => ({ answers, because }))
}

/** The second would have replaced what the first made; made at one moment, one of them is refused by the database. */
function overtaken(refusal: string): Exception[] {
  const because = 'only one can be open, and neither saw the other'
  return told(refusal).map(({ answers }) => ({ answers, because, leavesOther: true }))
}

/** The same where the refusal is a wrong try, which is counted and noted. */
function counted(refusal: string): Exception[] {
  return told(refusal).map((one) => ({ ...one, leavesOther: true }))
}

interface Seen {
  id: string
  version: number
  missing: object | null
  figure: (Record<string, unknown> & { value: number }) | null
}

const deeds = ['accept', 'correct', 'reject', 'reopen'] as const
type Deed = (typeof deeds)[number]

function decisionOn(reading: string, { id, version, figure }: Seen, deed: Deed, more: Record<string, unknown> = {}) {
  const corrected = deed === 'correct' || Object.keys(more).length > 0
  const verb = deed === 'correct' ? 'accept' : deed
  const decision = { candidateId: id, version, verb, ...(corrected && { figure: { ...figure, ...more } }) }
  return ['POST', `/api/readings/${reading}/decisions`, { decisions: [decision] }] as const
}

async function read({ db, server }: Field, value: number): Promise<{ id: string; plan: string; candidates: Seen[] }> {
  const call = await callerFor(db, server, signInName('planner', home))
  const text = canaryPaper({ title: `两人同读之${value}`, indicator: '某指数', task: '某任务', value })
  const { id } = (await call('POST', '/api/readings', { regionId: home, title: `两人同读之${value}`, text })) as {
    id: string
  }
  const view = (await call('GET', `/api/readings/${id}`)) as { candidates: Seen[]; plan: { id: string } }
  return { id, plan: view.plan.id, candidates: view.candidates.filter((one) => one.figure && one.missing === null) }
}

/** Every pair of deeds of two planners on one candidate, open and accepted; and on two that touch each other. */
async function racesOverCandidates(field: Field): Promise<Race[]> {
  const { planner, secondPlanner } = field
  const races: Race[] = []
  const { id, candidates } = await read(field, 5000)
  const [open, other, toAccept] = candidates as [Seen, Seen, Seen]
  const call = await callerFor(field.db, field.server, signInName('planner', home))
  await call(...decisionOn(id, toAccept, 'accept'))
  const starts = { open, accepted: { ...toAccept, version: 1 } }
  for (const [start, seen] of Object.entries(starts)) {
    for (const [at, first] of deeds.entries()) {
      for (const second of deeds.slice(at)) {
        const value = seen.figure!.value
        const firstly = planner(...decisionOn(id, seen, first, first === 'correct' ? { value: value + 1 } : {}))
        const secondly = secondPlanner(
          ...decisionOn(id, seen, second, second === 'correct' ? { value: value + 2 } : {}),
        )
        races.push(race(`candidate ${start}: ${first} × ${second}`, firstly, secondly))
      }
    }
  }
  const another = await read(field, 7000)
  const named = { indicatorId: null, name: '两人同名的新指标', unit: '件' }
  races.push(
    race(
      'two candidates of one reading: accept × accept',
      planner(...decisionOn(id, open, 'accept')),
      secondPlanner(...decisionOn(id, other, 'accept')),
    ),
    race(
      'all that is certain × accept one of it',
      planner('POST', `/api/readings/${another.id}/decisions/together`, { verb: 'accept-sure', batch: randomUUID() }),
      secondPlanner(...decisionOn(another.id, another.candidates[0]!, 'accept')),
    ),
    race(
      'all that is certain × all that is certain',
      planner('POST', `/api/readings/${another.id}/decisions/together`, { verb: 'accept-sure', batch: randomUUID() }),
      secondPlanner('POST', `/api/readings/${another.id}/decisions/together`, {
        verb: 'accept-sure',
        batch: randomUUID(),
      }),
    ),
    race(
      'two readings name one new indicator: correct × correct',
      planner(...decisionOn(id, open, 'correct', named)),
      secondPlanner(...decisionOn(another.id, another.candidates[0]!, 'correct', named)),
    ),
  )
  return races
}

async function racesOverPlans(field: Field): Promise<Race[]> {
  const { planner, secondPlanner } = field
  const draft = await read(field, 6000)
  const open = await read(field, 6500)
  const publication = (plan: string, published: boolean) =>
    ['PUT', `/api/regions/${home}/plans/${plan}/publication`, { published }] as const
  const call = await callerFor(field.db, field.server, signInName('planner', home))
  await call(...publication(open.plan, true))
  const accept = (of: typeof draft) => decisionOn(of.id, of.candidates[1]!, 'accept')
  const paper = (text: string, planId?: string) =>
    ['POST', '/api/readings', { regionId: home, title: '同一份文件', text, ...(planId && { planId }) }] as const
  const text = canaryPaper({ title: '同一份文件', indicator: '某指数', task: '某任务', value: 8000 })
  return [
    race(
      'publish × publish',
      planner(...publication(draft.plan, true)),
      secondPlanner(...publication(draft.plan, true)),
    ),
    race(
      'publish × withdraw',
      planner(...publication(draft.plan, true)),
      secondPlanner(...publication(draft.plan, false)),
    ),
    race('publish × accept in it', planner(...publication(draft.plan, true)), secondPlanner(...accept(draft))),
    race('withdraw × accept in it', planner(...publication(open.plan, false)), secondPlanner(...accept(open))),
    race('read one text × read it too', planner(...paper(text)), secondPlanner(...paper(text))),
    race('read two texts', planner(...paper(text)), secondPlanner(...paper(`${text}附：另一份。`))),
    race(
      'read for a plan × publish it',
      planner(...paper(text, draft.plan)),
      secondPlanner(...publication(draft.plan, true)),
    ),
  ]
}

/** Two security administrators about one person, one invitation, one name. */
async function racesOverPeople(field: Field): Promise<Race[]> {
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
    alone('renew a password', [...about('new-password')], overtaken('409 sign_in_name_taken')),
    race('renew a password × suspend', keeper(...about('new-password')), secondKeeper(...about('suspend'))),
    alone('end a session', [...endSession]),
    alone('invite', [...invite('one.name')], overtaken('409 sign_in_name_taken')),
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
async function racesOverAccess(field: Field): Promise<Race[]> {
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
async function racesOverOneself({ db, server, keeper }: Field): Promise<Race[]> {
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
