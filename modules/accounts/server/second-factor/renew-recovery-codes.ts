import type { Database } from '@opensti/db'
import type { Deed } from '../deed.ts'
import { tellOfChange } from '../tell-of-change.ts'
import { type BothProofs, proveByBoth } from './prove-by-both.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'

/** Ten new recovery codes, shown once; the old ones are worth nothing. Throws as `proveByBoth`. */
export async function renewRecoveryCodes(
  db: Database,
  deed: Deed,
  shown: BothProofs,
  linkSecret: Buffer,
): Promise<{ codes: string[] }> {
  return proveByBoth(db, deed, shown, linkSecret, 'accounts.renew-recovery-codes', async (tx, person, key) => {
    await tellOfChange(tx, person, 'recovery-codes-renewed')
    return { codes: await replaceRecoveryCodes(tx, key, person.id) }
  })
}
