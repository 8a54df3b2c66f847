import { databaseNow, type Reader, type Transaction } from '@opensti/db'
import { sql } from 'kysely'
import { isOneTimeCode, stepOfCode } from '../../domain/one-time-code.ts'
import type { FactorKey } from './factor-key.ts'

export type SecondStep = 'code' | 'recovery-code'

/** Whether a second factor is on, that is, confirmed by a code. */
export async function hasFactor(db: Reader, personId: string): Promise<boolean> {
  const factor = await db
    .selectFrom('accounts.second_factor')
    .select('person')
    .where('person', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return factor !== undefined
}

/**
 * Takes a code of the person's authenticator, or one of her recovery codes, so that it is good for nothing any more. Says
 * which it was; null when it is neither, or was used before.
 */
export async function takeCode(
  tx: Transaction,
  key: FactorKey,
  personId: string,
  typed: string,
): Promise<SecondStep | null> {
  return isOneTimeCode(typed) ? takeOneTimeCode(tx, key, personId, typed) : takeRecoveryCode(tx, key, personId, typed)
}

async function takeOneTimeCode(tx: Transaction, key: FactorKey, personId: string, typed: string) {
  const factor = await tx
    .selectFrom('accounts.second_factor')
    .select(['secret', 'last_step'])
    .where('person', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (!factor) return null
  const secret = key.unseal(personId, factor.secret)
  const step = stepOfCode(secret, typed, await databaseNow(tx), Number(factor.last_step))
  if (step === null) return null
  await tx
    .updateTable('accounts.second_factor')
    .set({ last_step: BigInt(step) })
    .where('person', '=', personId)
    .execute()
  return 'code'
}

async function takeRecoveryCode(tx: Transaction, key: FactorKey, personId: string, typed: string) {
  const digest = key.digest(personId, typed)
  if (!digest) return null
  const used = await tx
    .updateTable('accounts.recovery_code')
    .set({ used_at: sql<Date>`clock_timestamp()` })
    .where('person', '=', personId)
    .where('code_hash', '=', digest)
    .where('used_at', 'is', null)
    .returning('person')
    .executeTakeFirst()
  return used ? 'recovery-code' : null
}
