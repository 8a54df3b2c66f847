import { type Database, recordAudit, transaction } from '@opensti/db'
import { sql } from 'kysely'

export interface Forgotten {
  sessions: number
  guards: number
  invitations: number
}

/** How long ended sessions and invitations are kept, so that an incident can be looked into. */
export const daysKept = 90

/**
 * Deletes sessions and invitations that ended long ago, links and sign-ins under way of yesterday,
 * and counters of wrong tries that no longer count. Once a day is enough.
 */
export async function forgetOldRecords(db: Database): Promise<Forgotten> {
  return transaction(db, 'accounts.forget-old-records', async (tx) => {
    const longAgo = sql<Date>`clock_timestamp() - make_interval(days => ${daysKept}::int)`
    const sessions = await tx
      .deleteFrom('accounts.session')
      .where(sql<Date>`least(expires_at, revoked_at)`, '<', longAgo)
      .executeTakeFirst()
    const invitations = await tx
      .deleteFrom('accounts.invitation')
      .where(sql<Date>`least(expires_at, used_at, withdrawn_at)`, '<', longAgo)
      .executeTakeFirst()
    // These end within the hour; a day later nobody asks for them.
    const dayAgo = sql<Date>`clock_timestamp() - interval '24 hours'`
    for (const table of ['accounts.pending_sign_in', 'accounts.recovery', 'accounts.outside_try'] as const) {
      await tx.deleteFrom(table).where('expires_at', '<', dayAgo).execute()
    }
    const guards = await tx
      .deleteFrom('accounts.sign_in_guard')
      .where('last_failure_at', '<', dayAgo)
      .executeTakeFirst()
    const forgotten = {
      sessions: Number(sessions.numDeletedRows),
      guards: Number(guards.numDeletedRows),
      invitations: Number(invitations.numDeletedRows),
    }
    if (forgotten.sessions + forgotten.invitations > 0) {
      await recordAudit(tx, {
        actor: { kind: 'system', name: 'housekeeping' },
        action: 'accounts.forget-old-records',
        detail: { ...forgotten },
      })
    }
    return forgotten
  })
}
