import { createHmac } from 'node:crypto'
import type { Reader, Transaction } from '@opensti/db'
import { newId } from '@opensti/kernel'
import { sql } from 'kysely'
import type { AccountsOutsideTry } from '../../generated/tables.ts'
import { hashToken, newToken } from '../tokens.ts'
import type { Errand } from './provider.ts'

/** For whom or what someone goes to the provider. */
export type Aim =
  | { purpose: 'sign-in' }
  | { purpose: 'link'; personId: string }
  | { purpose: 'join'; invitationId: string }

/** A way begun. The browser keeps the token to show that it is the one that began. */
export interface BegunTry {
  errand: Errand
  browser: string
}

/** State, nonce and verifier are made from the id by the installation's secret: none of them stands in the database. */
function errandOf(secret: Buffer, id: string): Errand {
  const make = (what: string) => createHmac('sha256', secret).update(`outside ${what} ${id}`).digest('base64url')
  return { state: `${id}.${make('state')}`, nonce: make('nonce'), verifier: make('verifier') }
}

export async function insertTry(tx: Transaction, aim: Aim, secret: Buffer): Promise<BegunTry> {
  const id = newId()
  const errand = errandOf(secret, id)
  const { token: browser, hash } = newToken()
  await tx
    .insertInto('accounts.outside_try')
    .values({
      id,
      state_hash: hashToken(errand.state),
      browser_hash: hash,
      purpose: aim.purpose,
      person: aim.purpose === 'link' ? aim.personId : null,
      invitation: aim.purpose === 'join' ? aim.invitationId : null,
      expires_at: sql<Date>`clock_timestamp() + interval '10 minutes'`,
    })
    .execute()
  return { errand, browser }
}

/** The way that this browser began, used up by asking; undefined when it is none, too old or used. */
export async function takeTry(
  tx: Transaction,
  state: string,
  browser: string,
  secret: Buffer,
): Promise<{ aim: Aim; errand: Errand } | undefined> {
  const row = await tx
    .updateTable('accounts.outside_try')
    .set({ used_at: sql<Date>`clock_timestamp()` })
    .where('state_hash', '=', hashToken(state))
    .where('browser_hash', '=', hashToken(browser))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .returning(['id', 'purpose', 'person', 'invitation'])
    .executeTakeFirst()
  return row && { aim: aimOf(row), errand: errandOf(secret, row.id) }
}

function aimOf({ purpose, person, invitation }: Pick<AccountsOutsideTry, 'purpose' | 'person' | 'invitation'>): Aim {
  if (purpose === 'link' && person) return { purpose, personId: person }
  if (purpose === 'join' && invitation) return { purpose, invitationId: invitation }
  return { purpose: 'sign-in' }
}

/** Whose identity this is, while her account is open. */
export function findLinked(db: Reader, { issuer, subject }: { issuer: string; subject: string }) {
  return db
    .selectFrom('accounts.outside_identity as o')
    .innerJoin('accounts.person as p', 'p.id', 'o.person')
    .select(['p.id', 'p.region', 'p.name', 'p.email'])
    .where('o.issuer', '=', issuer)
    .where('o.subject', '=', subject)
    .where('p.status', '=', 'active')
    .executeTakeFirst()
}
