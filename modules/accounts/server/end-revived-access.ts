import { type Database, recordAudit, transaction } from '@opensti/db'
import { sql } from 'kysely'

/**
 * Ends what a restored backup has brought back to life: sessions that had been ended since, and links that had been used. Everybody
 * signs in again; who waits for an invitation or a new password gets another letter. Asked at every start; the second time there
 * is nothing left. Answers how many there were.
 */
export async function endRevivedAccess(db: Database, restoredAt: Date): Promise<number> {
  return transaction(db, 'accounts.end-revived-access', async (tx) => {
    const now = sql<Date>`clock_timestamp()`
    const changed = [
      await tx
        .updateTable('accounts.session')
        .set({ revoked_at: now, revoked_because: 'ended-by-administrator' })
        .where('revoked_at', 'is', null)
        .where('created_at', '<', restoredAt)
        .executeTakeFirst(),
      await tx
        .updateTable('accounts.recovery')
        .set({ used_at: now })
        .where('used_at', 'is', null)
        .where('created_at', '<', restoredAt)
        .executeTakeFirst(),
      await tx
        .updateTable('accounts.invitation')
        .set({ withdrawn_at: now })
        .where('used_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('created_at', '<', restoredAt)
        .executeTakeFirst(),
    ].map(({ numUpdatedRows }) => Number(numUpdatedRows))
    const { numDeletedRows } = await tx
      .deleteFrom('accounts.pending_sign_in')
      .where('created_at', '<', restoredAt)
      .executeTakeFirst()
    const ended = changed.reduce((sum, one) => sum + one, Number(numDeletedRows))
    if (ended > 0)
      await recordAudit(tx, {
        actor: { kind: 'system', name: 'restore' },
        action: 'accounts.end-revived-access',
        detail: { ended },
      })
    return ended
  })
}
