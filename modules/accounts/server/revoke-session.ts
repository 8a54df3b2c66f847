import { type Database, recordAudit, transaction } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import type { Deed } from './deed.ts'
import { endSessions } from './store.ts'

/** Ends one session of someone; her next request there is a visitor's. Ending it twice is no fault. */
export async function revokeSession(db: Database, deed: Deed, sessionId: string): Promise<void> {
  await transaction(db, 'accounts.revoke-session', async (tx) => {
    const session = await tx
      .selectFrom('accounts.session as s')
      .innerJoin('accounts.person as p', 'p.id', 's.person')
      .select(['p.id as person', 'p.region'])
      .where('s.id', '=', sessionId)
      .executeTakeFirst()
    if (!session) throw notFound()
    const own = deed.actor.kind === 'person' && deed.actor.personId === session.person
    const ended = await endSessions(tx, { id: sessionId }, own ? 'ended-by-owner' : 'ended-by-administrator')
    if (ended.length === 0) return
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.revoke-session',
      region: session.region,
      object: { kind: 'session', id: sessionId },
      detail: { person: session.person },
      requestId: deed.requestId,
    })
  })
}
