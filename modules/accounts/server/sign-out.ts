import { type Database, recordAudit, transaction } from '@opensti/db'
import type { Deed } from './deed.ts'
import type { Way } from './second-factor/pending-sign-in.ts'
import { endSessions } from './store.ts'

/** Ends the session the request came with. Signing out twice is no fault. Returns by what the session had begun. */
export async function signOut(db: Database, deed: Deed): Promise<Way | null> {
  const { actor } = deed
  if (actor.kind !== 'person') return null
  return transaction(db, 'accounts.sign-out', async (tx) => {
    const session = await tx
      .selectFrom('accounts.session')
      .select('way')
      .where('id', '=', actor.sessionId)
      .executeTakeFirst()
    const ended = await endSessions(tx, { id: actor.sessionId }, 'signed-out')
    if (ended.length === 0) return null
    const object = { kind: 'session', id: actor.sessionId }
    await recordAudit(tx, { actor, action: 'accounts.sign-out', object, requestId: deed.requestId })
    return session?.way ?? null
  })
}
