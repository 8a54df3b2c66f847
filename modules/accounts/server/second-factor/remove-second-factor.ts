import type { Database } from '@opensti/db'
import type { Deed } from '../deed.ts'
import { endSessions } from '../store.ts'
import { tellOfChange } from '../tell-of-change.ts'
import { type BothProofs, proveByBoth } from './prove-by-both.ts'
import { removeFactor } from './recovery-codes.ts'

/**
 * Switches the second factor off, for a new phone or for good. Other sessions end. Where a role wants one, her roles rest
 * until there is one again. Throws as `proveByBoth`.
 */
export async function removeSecondFactor(
  db: Database,
  deed: Deed,
  shown: BothProofs,
  linkSecret: Buffer,
): Promise<void> {
  await proveByBoth(db, deed, shown, linkSecret, 'accounts.remove-second-factor', async (tx, person, _key, actor) => {
    await removeFactor(tx, person.id)
    await endSessions(tx, { personId: person.id, except: actor.sessionId }, 'second-factor-changed')
    await tellOfChange(tx, person, 'second-factor-off')
  })
}
