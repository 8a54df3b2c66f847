import { type Database, transaction } from '@opensti/db'
import { sql } from 'kysely'
import { codeAt } from '../domain/one-time-code.ts'
import { insertTry } from '../server/outside/outside-try.ts'
import { FactorKey } from '../server/second-factor/factor-key.ts'
import { openPending } from '../server/second-factor/pending-sign-in.ts'
import { replaceRecoveryCodes } from '../server/second-factor/recovery-codes.ts'
import { recoveryToken } from '../server/tokens.ts'
import { personIdOf } from './lakeside.ts'

/** The secret that authenticators of tests share with the house. */
export const testFactorSecret = Buffer.from('a secret of twenty b')

/** The code that her phone shows; `steps` later or earlier. */
export function testCode(steps = 0): string {
  return codeAt(testFactorSecret, new Date(Date.now() + steps * 30_000))
}

/** Gives someone a second factor, confirmed long ago unless she has only begun. Returns recovery codes. */
export async function giveFactor(
  db: Database,
  signInName: string,
  linkSecret: Buffer,
  { begun = false }: { begun?: boolean } = {},
): Promise<string[]> {
  const person = await personIdOf(db, signInName)
  const key = new FactorKey(linkSecret)
  const confirmed = begun ? null : sql<Date>`clock_timestamp()`
  const values = {
    secret: key.seal(person, testFactorSecret),
    made_at: sql<Date>`clock_timestamp()`,
    confirmed_at: confirmed,
    last_step: begun ? null : 1n,
  }
  return transaction(db, 'accounts.give-test-factor', async (tx) => {
    await tx
      .insertInto('accounts.second_factor')
      .values({ person, ...values })
      .onConflict((row) => row.column('person').doUpdateSet(values))
      .execute()
    return begun ? [] : replaceRecoveryCodes(tx, key, person)
  })
}

/** The token of a sign-in of hers that waits for its code, for hours where tests take long. */
export async function pendingOf(db: Database, signInName: string): Promise<string> {
  const person = await personIdOf(db, signInName)
  return transaction(db, 'accounts.open-test-pending', async (tx) => {
    const { pendingId, token } = await openPending(tx, person, 'password')
    await tx
      .updateTable('accounts.pending_sign_in')
      .set({ expires_at: sql<Date>`clock_timestamp() + interval '6 hours'` })
      .where('id', '=', pendingId)
      .execute()
    return token
  })
}

/** The token of a link for a forgotten password, as a letter would bring it; good for hours. */
export async function recoveryOf(db: Database, signInName: string, linkSecret: Buffer): Promise<string> {
  const person = await personIdOf(db, signInName)
  const id = crypto.randomUUID()
  const { token, hash } = recoveryToken(linkSecret, id)
  const expires = sql<Date>`clock_timestamp() + interval '6 hours'`
  await transaction(db, 'accounts.open-test-recovery', (tx) =>
    tx.insertInto('accounts.recovery').values({ id, person, token_hash: hash, expires_at: expires }).execute(),
  )
  return token
}

/** A way to the identity provider that somebody began, good for hours: its state, and what her browser keeps. */
export async function errandOf(db: Database, linkSecret: Buffer): Promise<{ state: string; token: string }> {
  return transaction(db, 'accounts.open-test-errand', async (tx) => {
    const { errand, browser } = await insertTry(tx, { purpose: 'sign-in' }, linkSecret)
    await tx
      .updateTable('accounts.outside_try')
      .set({ expires_at: sql<Date>`clock_timestamp() + interval '6 hours'` })
      .where('used_at', 'is', null)
      .execute()
    return { state: errand.state, token: browser }
  })
}

/** Links someone to an identity of a provider. */
export async function linkTestIdentity(
  db: Database,
  signInName: string,
  issuer: string,
  subject: string,
): Promise<void> {
  const person = await personIdOf(db, signInName)
  await transaction(db, 'accounts.link-test-identity', (tx) =>
    tx.insertInto('accounts.outside_identity').values({ person, issuer, subject }).execute(),
  )
}
