import { randomInt } from 'node:crypto'
import type { Reader, Transaction } from '@opensti/db'
import { newRecoveryCode, recoveryCodesCount } from '../../domain/recovery-codes.ts'
import type { FactorKey } from './factor-key.ts'

/** Ten new codes in place of all there were; they can be shown now and never again. */
export async function replaceRecoveryCodes(tx: Transaction, key: FactorKey, personId: string): Promise<string[]> {
  const codes = new Set<string>()
  while (codes.size < recoveryCodesCount) codes.add(newRecoveryCode(randomInt))
  await tx.deleteFrom('accounts.recovery_code').where('person', '=', personId).execute()
  const values = [...codes].map((code) => ({ person: personId, code_hash: digestOf(key, personId, code) }))
  await tx.insertInto('accounts.recovery_code').values(values).execute()
  return [...codes]
}

export async function recoveryCodesLeft(db: Reader, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('accounts.recovery_code')
    .select((row) => row.fn.countAll<bigint>().as('count'))
    .where('person', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The person has no second factor any more, and no codes for one. */
export async function removeFactor(tx: Transaction, personId: string): Promise<boolean> {
  await tx.deleteFrom('accounts.recovery_code').where('person', '=', personId).execute()
  const removed = await tx
    .deleteFrom('accounts.second_factor')
    .where('person', '=', personId)
    .returning('confirmed_at')
    .executeTakeFirst()
  return removed?.confirmed_at != null
}

function digestOf(key: FactorKey, personId: string, code: string): Buffer {
  const digest = key.digest(personId, code)
  if (!digest) throw new Error('A recovery code of our own is none.')
  return digest
}
