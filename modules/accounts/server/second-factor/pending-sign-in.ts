import type { Reader, Transaction } from '@opensti/db'
import { sql } from 'kysely'
import type { AccountsPendingSignIn } from '../../generated/tables.ts'
import { hashToken, newToken } from '../tokens.ts'

/** A sign-in that waits for its code. The token opens nothing by itself. */
export interface PendingSignIn {
  pendingId: string
  token: string
  expiresAt: Date
}

export type Way = AccountsPendingSignIn['way']

/** Long enough to fetch the phone. */
const pendingMinutes = 5
/** After so many wrong codes the password is asked for again. */
export const triesMost = 5

export async function openPending(tx: Transaction, personId: string, way: Way): Promise<PendingSignIn> {
  const { token, hash } = newToken()
  const row = await tx
    .insertInto('accounts.pending_sign_in')
    .values({
      person: personId,
      token_hash: hash,
      way,
      expires_at: sql<Date>`clock_timestamp() + make_interval(mins => ${pendingMinutes}::int)`,
    })
    .returning(['id', 'expires_at'])
    .executeTakeFirstOrThrow()
  return { pendingId: row.id, token, expiresAt: row.expires_at }
}

/** The sign-in behind a token while it waits, with the person, by the database's clock. */
export function findPending(db: Reader, token: string) {
  return db
    .selectFrom('accounts.pending_sign_in as w')
    .innerJoin('accounts.person as p', 'p.id', 'w.person')
    .select(['w.id', 'w.way', 'w.tries', 'p.id as person', 'p.region', 'p.name', 'p.sign_in_name', 'p.email'])
    .where('w.token_hash', '=', hashToken(token))
    .where('w.ended_at', 'is', null)
    .where('w.expires_at', '>', sql<Date>`clock_timestamp()`)
    .where('p.status', '=', 'active')
    .executeTakeFirst()
}

/** Whoever waits at the second step of this person's account is sent back to the first. */
export async function endPending(tx: Transaction, personId: string): Promise<void> {
  await tx
    .updateTable('accounts.pending_sign_in')
    .set({ ended_at: sql<Date>`clock_timestamp()` })
    .where('person', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}
