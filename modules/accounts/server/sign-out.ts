import { type Database, recordAudit, transaction } from '@opensti/db'
import type { Deed } from './deed.ts'
import { endSessions } from './store.ts'

/** Ends the session the request came with. Signing out twice is no fault. */
export async function signOut(db: Database, deed: Deed): Promise<void> {
  const { actor } = deed
  if (actor.kind !== 'person') return
  await transaction(db, 'accounts.sign-out', async (tx) => {
    const ended = await endSessions(tx, { id: actor.sessionId }, 'signed-out')
    if (ended.length === 0) return
    const object = { kind: 'session', id: actor.sessionId }
    await recordAudit(tx, { actor, action: 'accounts.sign-out', object, requestId: deed.requestId })
  })
}
