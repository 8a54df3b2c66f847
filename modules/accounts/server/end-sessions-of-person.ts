import { type Database, recordAudit, transaction } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import type { Deed } from './deed.ts'
import { endSessions, findPerson } from './store.ts'

/** Ends all sessions of someone; her next request anywhere is a visitor's. Returns how many ended. */
export async function endSessionsOfPerson(db: Database, deed: Deed, personId: string): Promise<{ ended: number }> {
  return transaction(db, 'accounts.end-sessions-of-person', async (tx) => {
    const person = await findPerson(tx, personId)
    if (!person) throw notFound()
    const ended = await endSessions(tx, { personId }, 'ended-by-administrator')
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.end-sessions-of-person',
      region: person.region,
      object: { kind: 'person', id: personId },
      detail: { sessions: ended },
      requestId: deed.requestId,
    })
    return { ended: ended.length }
  })
}
