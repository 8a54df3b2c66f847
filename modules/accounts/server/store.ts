import type { Reader, Transaction } from '@opensti/db'
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Role } from '../domain/roles.ts'
import type { SessionRule } from '../domain/session-life.ts'
import type { AccountsPerson, AccountsSession } from '../generated/tables.ts'
import { endPending } from './second-factor/pending-sign-in.ts'
import { newToken } from './tokens.ts'

/** A session just begun. The token goes into the cookie and is known nowhere else. */
export interface OpenedSession {
  sessionId: string
  personId: string
  token: string
  expiresAt: Date
}

export type SessionEnd = NonNullable<AccountsSession['revoked_because']>

export function findPersonBySignInName(
  db: Reader,
  signInName: string,
): Promise<Selectable<AccountsPerson> | undefined> {
  return db.selectFrom('accounts.person').selectAll().where('sign_in_name', '=', signInName).executeTakeFirst()
}

export function findPerson(db: Reader, id: string): Promise<Selectable<AccountsPerson> | undefined> {
  return db.selectFrom('accounts.person').selectAll().where('id', '=', id).executeTakeFirst()
}

/** How a session came to be; left out in tests. */
type Beginning = Pick<Insertable<AccountsSession>, 'way' | 'second_step' | 'device' | 'network'>

export async function insertSession(
  tx: Transaction,
  personId: string,
  rule: SessionRule,
  beginning: Beginning = {},
): Promise<OpenedSession> {
  const { token, hash } = newToken()
  const row = await tx
    .insertInto('accounts.session')
    .values({
      person: personId,
      token_hash: hash,
      ...beginning,
      expires_at: sql<Date>`clock_timestamp() + make_interval(mins => ${Math.round(rule.absoluteHours * 60)}::int)`,
    })
    .returning(['id', 'expires_at'])
    .executeTakeFirstOrThrow()
  return { sessionId: row.id, personId, token, expiresAt: row.expires_at }
}

/** Ends sessions that still stand, and with those of a person her sign-ins under way; returns the ids of those it ended. */
export async function endSessions(
  tx: Transaction,
  which: { id?: string; tokenHash?: Buffer; personId?: string; except?: string },
  because: SessionEnd,
): Promise<string[]> {
  if (!which.id && !which.tokenHash && !which.personId) throw new Error('Say which sessions are to end.')
  const rows = await tx
    .updateTable('accounts.session')
    .set({ revoked_at: sql<Date>`clock_timestamp()`, revoked_because: because })
    .where('revoked_at', 'is', null)
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id ?? ''))
    .$if(which.tokenHash !== undefined, (query) => query.where('token_hash', '=', which.tokenHash ?? Buffer.alloc(0)))
    .$if(which.personId !== undefined, (query) => query.where('person', '=', which.personId ?? ''))
    .$if(which.except !== undefined, (query) => query.where('id', '<>', which.except ?? ''))
    .returning('id')
    .execute()
  if (which.personId) await endPending(tx, which.personId)
  return rows.map(({ id }) => id)
}

export async function findRole(db: Reader, code: string): Promise<Role | undefined> {
  return db
    .selectFrom('accounts.role')
    .select(['code', 'role_group as group', 'scope'])
    .where('code', '=', code)
    .executeTakeFirst()
}

/** The roles a person holds now, in whatever region. */
export function rolesHeld(db: Reader, personId: string): Promise<Role[]> {
  return db
    .selectFrom('accounts.role_grant as g')
    .innerJoin('accounts.role as r', 'r.code', 'g.role')
    .select(['r.code', 'r.role_group as group', 'r.scope'])
    .where('g.person', '=', personId)
    .where('g.revoked_at', 'is', null)
    .execute()
}

export interface NewGrant {
  regionId: string
  personId: string
  role: Role
  unitId: string | null
  grantedBy: string | null
}

export async function insertGrant(tx: Transaction, grant: NewGrant): Promise<string> {
  const { id } = await tx
    .insertInto('accounts.role_grant')
    .values({
      region: grant.regionId,
      person: grant.personId,
      role: grant.role.code,
      role_group: grant.role.group,
      role_scope: grant.role.scope,
      unit: grant.unitId,
      granted_by: grant.grantedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Active people other than this one who can look after the region's accounts. */
export async function countOtherSecurityAdministrators(
  tx: Transaction,
  regionId: string,
  personId: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom('accounts.role_grant as g')
    .innerJoin('accounts.person as p', 'p.id', 'g.person')
    .select((row) => row.fn.count<bigint>('g.id').as('count'))
    .where('g.region', '=', regionId)
    .where('g.role', '=', 'security-administrator')
    .where('g.revoked_at', 'is', null)
    .where('g.person', '<>', personId)
    .where('p.status', '=', 'active')
    .executeTakeFirstOrThrow()
  return Number(count)
}
