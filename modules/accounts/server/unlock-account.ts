import { type Database, recordAudit, transaction } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import type { Deed } from './deed.ts'
import { readFingerprints } from './fingerprint.ts'
import { clearAccount } from './guess-brake.ts'
import { findPerson } from './store.ts'

/** Lifts the pause after wrong tries at someone's account. The pause of an address stays. */
export async function unlockAccount(db: Database, deed: Deed, personId: string): Promise<void> {
  await transaction(db, 'accounts.unlock-account', async (tx) => {
    const person = await findPerson(tx, personId)
    if (!person) throw notFound()
    await clearAccount(tx, (await readFingerprints(tx)).account(person.sign_in_name))
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.unlock-account',
      region: person.region,
      object: { kind: 'person', id: personId },
      requestId: deed.requestId,
    })
  })
}
