import { databaseNow, type Reader } from '@opensti/db'
import type { PolicyObject } from '@opensti/kernel'
import { invitationState } from './views.ts'

/** What the policy needs to know of a thing; null where there is no such thing. */

export async function personObject(db: Reader, personId: string): Promise<PolicyObject | null> {
  const person = await db
    .selectFrom('accounts.person')
    .select(['region', 'status'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return person ? { regionId: person.region, personId, state: person.status } : null
}

/** A role can be given in a region to those whose home it is, and to those who hold one there already. */
export async function granteeObject(db: Reader, personId: string, regionId: string): Promise<PolicyObject | null> {
  const known = await db
    .selectFrom('accounts.person as p')
    .leftJoin('accounts.role_grant as g', (join) =>
      join.onRef('g.person', '=', 'p.id').on('g.region', '=', regionId).on('g.revoked_at', 'is', null),
    )
    .select('p.id')
    .where('p.id', '=', personId)
    .where((row) => row.or([row('p.region', '=', regionId), row('g.id', 'is not', null)]))
    .executeTakeFirst()
  return known ? { regionId } : null
}

export async function grantObject(db: Reader, grantId: string): Promise<PolicyObject | null> {
  const grant = await db
    .selectFrom('accounts.role_grant')
    .select(['region', 'person', 'revoked_at'])
    .where('id', '=', grantId)
    .executeTakeFirst()
  return grant ? { regionId: grant.region, state: grant.revoked_at ? 'revoked' : 'held' } : null
}

export async function sessionObject(db: Reader, sessionId: string): Promise<PolicyObject | null> {
  const session = await db
    .selectFrom('accounts.session as s')
    .innerJoin('accounts.person as p', 'p.id', 's.person')
    .select(['p.region', 'p.id'])
    .where('s.id', '=', sessionId)
    .executeTakeFirst()
  return session ? { regionId: session.region, personId: session.id } : null
}

export async function invitationObject(db: Reader, invitationId: string): Promise<PolicyObject | null> {
  const row = await db
    .selectFrom('accounts.invitation')
    .select(['region', 'used_at', 'withdrawn_at', 'expires_at'])
    .where('id', '=', invitationId)
    .executeTakeFirst()
  return row ? { regionId: row.region, state: invitationState(row, await databaseNow(db)) } : null
}
