import { join } from 'node:path'
import { type Database, transaction } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import { readRegion } from '@opensti/regions'
import { sessionRule } from '../domain/session-life.ts'
import { authenticate } from '../server/authenticate.ts'
import { loadPeople, readPeople } from '../server/load-people.ts'
import { loadUnits } from '../server/load-units.ts'
import { hashPassword } from '../server/password-hash.ts'
import { insertSession, type OpenedSession } from '../server/store.ts'

const regions = join(import.meta.dirname, '..', '..', '..', 'regions')

/** What everybody in the invented city signs in with, in tests. */
export const testPassword = 'herons wade at dusk'
let testHash: Promise<string> | undefined

/** The invented city in a fresh database: its units and its people, each with the role that the content gives. */
export async function loadLakeside(db: Database): Promise<void> {
  const contents = ['china', 'lakeside'].map((id) => readRegion(join(regions, id), regions).content)
  testHash ??= hashPassword(testPassword)
  const hash = await testHash
  const { organisations, people: everybody } = readPeople(join(regions, 'lakeside'))
  // Roles that some of them hold in other places are left out with those places.
  const people = everybody.map((person) => ({
    ...person,
    roles: person.roles.filter((held) => typeof held === 'string' || held.region === 'lakeside'),
  }))
  await loadUnits(db, contents)
  await transaction(db, 'accounts.load-people', (tx) => loadPeople(tx, 'lakeside', { organisations, people }, hash))
}

/** A second invented place, with one unit and a security administrator called `bo.hill`, for tests about borders. */
export async function loadHilltop(db: Database): Promise<void> {
  testHash ??= hashPassword(testPassword)
  const hash = await testHash
  await transaction(db, 'accounts.load-hilltop', async (tx) => {
    const names = { name_zh: '山岗市', name_en: 'Hilltop' }
    await tx
      .insertInto('accounts.region')
      .values({ id: 'hilltop', parent: 'china', kind: 'city', ...names, invented: true })
      .execute()
    await tx
      .insertInto('accounts.unit')
      .values({ region: 'hilltop', id: 'hilltop/science', level: 'city', kind: 'department' })
      .execute()
    const person = (id: string, signIn: string, role: string) => ({
      id,
      signIn,
      names: { zh: signIn, en: signIn },
      unit: 'science',
      roles: [role],
    })
    const people = [person('bo', 'bo.hill', 'security-administrator'), person('ke', 'ke.hill', 'planner')]
    await loadPeople(tx, 'hilltop', { organisations: [], people }, hash)
  })
}

export async function personIdOf(db: Database, signInName: string): Promise<string> {
  const { id } = await db
    .selectFrom('accounts.person')
    .select('id')
    .where('sign_in_name', '=', signInName)
    .executeTakeFirstOrThrow()
  return id
}

/** A session of someone, without the work of a password. */
export async function sessionOf(db: Database, signInName: string): Promise<OpenedSession> {
  const id = await personIdOf(db, signInName)
  return transaction(db, 'accounts.open-test-session', (tx) => insertSession(tx, id, sessionRule))
}

/** Someone as she asks for things: `await actor(db, 'chen.mei')`. */
export async function actor(db: Database, signInName: string): Promise<Extract<Actor, { kind: 'person' }>> {
  const someone = await authenticate(db, (await sessionOf(db, signInName)).token)
  if (someone.kind !== 'person') throw new Error(`${signInName} cannot sign in.`)
  return someone
}
