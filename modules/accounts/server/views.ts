import type { Reader } from '@opensti/db'
import { databaseNow } from '@opensti/db'
import { type Actor, notFound } from '@opensti/kernel'
import { sql } from 'kysely'
import type { InvitationRow, PersonRow, PersonView, Profile, RoleView, SessionView } from '../contract.ts'
import { deviceFrom } from '../domain/device.ts'
import { accountLockout, lockedUntil } from '../domain/lockout.ts'
import { type SecurityProfile, toDoFirst } from '../domain/security-profile.ts'
import { endOfSession, type SessionRule } from '../domain/session-life.ts'
import type { UnitDirectory } from '../domain/unit-directory.ts'
import { readFingerprints } from './fingerprint.ts'
import { grantsOf } from './grant-views.ts'
import { unitDirectory } from './unit-directory.ts'

/** The person behind a session; null for visitors. */
export async function findProfile(db: Reader, actor: Actor, profile: SecurityProfile): Promise<Profile | null> {
  if (actor.kind !== 'person') return null
  const person = await db
    .selectFrom('accounts.person')
    .select(['id', 'region', 'name', 'name_en', 'sign_in_name', 'unit', 'must_change_password'])
    .select(
      sql<number>`extract(epoch from clock_timestamp() - password_changed_at)::float8 / 86400`.as('password_days'),
    )
    .select((row) =>
      row
        .exists(
          row
            .selectFrom('accounts.second_factor as f')
            .select('f.person')
            .whereRef('f.person', '=', 'accounts.person.id')
            .where('f.confirmed_at', 'is not', null),
        )
        .as('has_factor'),
    )
    .where('id', '=', actor.personId)
    .executeTakeFirst()
  if (!person) return null
  const grants = (await grantsOf(db, [person.id])).get(person.id) ?? []
  const units = await unitDirectory(db)
  const first = toDoFirst(
    {
      mustChangePassword: person.must_change_password,
      passwordDays: person.password_days,
      lacksFactor: !person.has_factor && grants.some(({ role }) => profile.secondFactorRoles.includes(role)),
    },
    profile,
  )
  return {
    id: person.id,
    name: { zh: person.name, en: person.name_en || person.name },
    signInName: person.sign_in_name,
    regionId: person.region,
    unit: unitRef(units, person.unit),
    mustChangePassword: first === 'password-of-others' || first === 'password-too-old',
    first,
    lastSignIn: profile.tellsLastSignIn ? await findLastSignIn(db, person.id, actor.sessionId) : null,
    grants,
  }
}

/** The sign-in before this one, as far as it is remembered. */
async function findLastSignIn(db: Reader, personId: string, sessionId: string): Promise<Profile['lastSignIn']> {
  const sessions = await db
    .selectFrom('accounts.session')
    .select(['id', 'created_at', 'device', 'network'])
    .where('person', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
  const here = sessions.find(({ id }) => id === sessionId)
  const before = sessions.find(({ created_at: at }) => here && at < here.created_at)
  return before
    ? { at: before.created_at.toISOString(), device: deviceView(before.device), sameNetwork: isSame(here, before) }
    : null
}

/** Everyone whose account the region looks after, and guests who hold a role there. */
export async function listPeople(db: Reader, regionId: string, rule: SessionRule): Promise<PersonRow[]> {
  const rows = await peopleQuery(db)
    .where((row) =>
      row.or([
        row('p.region', '=', regionId),
        row.exists(
          row
            .selectFrom('accounts.role_grant as g')
            .select('g.id')
            .whereRef('g.person', '=', 'p.id')
            .where('g.region', '=', regionId)
            .where('g.revoked_at', 'is', null),
        ),
      ]),
    )
    .orderBy('p.name')
    .execute()
  const seen = await sessionsOf(
    db,
    rows.map(({ id }) => id),
    rule,
  )
  return asPeople(db, rows, (row) => seen.get(row.id)?.length ?? 0)
}

export async function getPerson(db: Reader, personId: string, rule: SessionRule): Promise<PersonView> {
  const row = await peopleQuery(db).where('p.id', '=', personId).executeTakeFirst()
  if (!row) throw notFound()
  const [view] = await asPeople(db, [row], () => 0)
  if (!view) throw notFound()
  const sessions = (await sessionsOf(db, [personId], rule)).get(personId) ?? []
  return { ...view, regionId: row.region, email: row.email, sessions }
}

/** Sessions that still stand, newest first. */
export async function listSessions(
  db: Reader,
  personId: string,
  current: string,
  rule: SessionRule,
): Promise<SessionView[]> {
  const sessions = (await sessionsOf(db, [personId], rule, current)).get(personId) ?? []
  return sessions.map((session) => ({ ...session, current: session.id === current }))
}

export async function listInvitations(db: Reader, regionId: string): Promise<InvitationRow[]> {
  const now = await databaseNow(db)
  const rows = await db
    .selectFrom('accounts.invitation')
    .selectAll()
    .where('region', '=', regionId)
    .orderBy('created_at', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    name: row.name,
    signInName: row.sign_in_name,
    role: row.role,
    unitId: row.unit,
    state: invitationState(row, now),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }))
}

export function invitationState(
  row: { used_at: Date | null; withdrawn_at: Date | null; expires_at: Date },
  now: Date,
): InvitationRow['state'] {
  if (row.used_at) return 'used'
  if (row.withdrawn_at) return 'withdrawn'
  return row.expires_at <= now ? 'expired' : 'open'
}

export async function listRoles(db: Reader): Promise<RoleView[]> {
  const rows = await db.selectFrom('accounts.role').selectAll().orderBy('position').execute()
  return rows.map((row) => ({
    code: row.code,
    group: row.role_group,
    scope: row.scope,
    name: { zh: row.name_zh, en: row.name_en },
    description: { zh: row.description_zh, en: row.description_en },
  }))
}

function peopleQuery(db: Reader) {
  return db
    .selectFrom('accounts.person as p')
    .leftJoin('accounts.organisation as o', 'o.id', 'p.organisation')
    .select([
      'p.id',
      'p.region',
      'p.name',
      'p.name_en',
      'p.sign_in_name',
      'p.email',
      'p.unit',
      'p.status',
      'o.name_zh as organisation_zh',
      'o.name_en as organisation_en',
    ])
    .select((row) =>
      row
        .exists(
          row
            .selectFrom('accounts.second_factor as f')
            .select('f.person')
            .whereRef('f.person', '=', 'p.id')
            .where('f.confirmed_at', 'is not', null),
        )
        .as('has_factor'),
    )
}

type PersonRecord = Awaited<ReturnType<ReturnType<typeof peopleQuery>['execute']>>[number]

async function asPeople(
  db: Reader,
  rows: PersonRecord[],
  sessions: (row: PersonRecord) => number,
): Promise<PersonRow[]> {
  const grants = await grantsOf(
    db,
    rows.map(({ id }) => id),
  )
  const units = await unitDirectory(db)
  const pauses = await pausesOf(db, rows)
  return rows.map((row) => ({
    id: row.id,
    name: { zh: row.name, en: row.name_en || row.name },
    signInName: row.sign_in_name,
    unit: unitRef(units, row.unit),
    organisation: row.organisation_zh === null ? null : { zh: row.organisation_zh, en: row.organisation_en ?? '' },
    status: row.status,
    lockedUntil: pauses.get(row.id)?.toISOString() ?? null,
    sessions: sessions(row),
    secondFactor: Boolean(row.has_factor),
    grants: grants.get(row.id) ?? [],
  }))
}

async function pausesOf(db: Reader, people: PersonRecord[]): Promise<Map<string, Date>> {
  const fingerprints = await readFingerprints(db)
  const now = await databaseNow(db)
  const counted = await db
    .selectFrom('accounts.sign_in_guard')
    .select(['key', 'failures', 'last_failure_at'])
    .where('kind', '=', 'account')
    .where('failures', '>=', accountLockout.freeTries)
    .execute()
  const byKey = new Map(counted.map((row) => [row.key.toString('hex'), row]))
  return new Map(
    people.flatMap((person) => {
      const row = byKey.get(fingerprints.account(person.sign_in_name).toString('hex'))
      const until = row && lockedUntil({ count: row.failures, lastAt: row.last_failure_at }, accountLockout, now)
      return until ? [[person.id, until] as const] : []
    }),
  )
}

/** @param current the session that asks, with whose network the others are compared. */
async function sessionsOf(
  db: Reader,
  people: string[],
  rule: SessionRule,
  current?: string,
): Promise<Map<string, SessionView[]>> {
  const found = new Map<string, SessionView[]>()
  if (people.length === 0) return found
  const now = await databaseNow(db)
  const rows = await db
    .selectFrom('accounts.session')
    .select(['id', 'person', 'created_at', 'last_seen_at', 'expires_at', 'revoked_at'])
    .select(['way', 'second_step', 'device', 'network'])
    .where('person', 'in', people)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .orderBy('last_seen_at', 'desc')
    .execute()
  const here = rows.find(({ id }) => id === current)
  for (const row of rows) {
    const life = { lastSeenAt: row.last_seen_at, expiresAt: row.expires_at, revokedAt: row.revoked_at }
    if (endOfSession(life, now, rule)) continue
    const view: SessionView = {
      id: row.id,
      current: false,
      way: row.way,
      secondStep: row.second_step,
      device: deviceView(row.device),
      sameNetwork: isSame(here, row),
      startedAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    }
    found.set(row.person, [...(found.get(row.person) ?? []), view])
  }
  return found
}

function deviceView(text: string | null) {
  return text === null ? null : deviceFrom(text)
}

function isSame(one: { network: Buffer | null } | undefined, other: { network: Buffer | null }): boolean | null {
  return one?.network && other.network ? one.network.equals(other.network) : null
}

function unitRef(units: UnitDirectory, id: string | null) {
  const unit = id ? units.find(id) : undefined
  return unit ? { id: unit.id, name: unit.name } : null
}
