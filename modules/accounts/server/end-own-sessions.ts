import { type Database, recordAudit, transaction } from '@opensti/db'
import { type Deed, personOf } from './deed.ts'
import { endSessions } from './store.ts'

/** Ends all sessions of the person except the one she asks with. Returns how many ended. */
export async function endOwnSessions(db: Database, deed: Deed): Promise<{ ended: number }> {
  const person = personOf(deed.actor)
  return transaction(db, 'accounts.end-own-sessions', async (tx) => {
    const ended = await endSessions(tx, { personId: person.personId, except: person.sessionId }, 'ended-by-owner')
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.end-own-sessions',
      object: { kind: 'person', id: person.personId },
      detail: { sessions: ended },
      requestId: deed.requestId,
    })
    return { ended: ended.length }
  })
}
