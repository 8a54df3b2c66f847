import { type Database, recordAudit, transaction } from '@opensti/db'
import { sql } from 'kysely'
import { notOpen } from './accept-invitation.ts'
import type { Deed } from './deed.ts'

/** Makes a link worthless that has not been used yet. Throws 422 `invitation_not_open` when it has. */
export async function withdrawInvitation(db: Database, deed: Deed, invitationId: string): Promise<void> {
  await transaction(db, 'accounts.withdraw-invitation', async (tx) => {
    const row = await tx
      .updateTable('accounts.invitation')
      .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', invitationId)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('region')
      .executeTakeFirst()
    if (!row) throw notOpen()
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.withdraw-invitation',
      region: row.region,
      object: { kind: 'invitation', id: invitationId },
      requestId: deed.requestId,
    })
  })
}
