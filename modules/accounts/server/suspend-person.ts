import { type Database, recordAudit, transaction } from '@opensti/db'
import { conflict } from '@opensti/kernel'
import type { Deed } from './deed.ts'
import { keepOneSecurityAdministrator } from './revoke-role.ts'
import { endSessions } from './store.ts'

/**
 * Closes an account for the time being: all sessions end at once, the roles stay for later.
 *
 * @throws 409 `person_not_active`; 409 `last_security_administrator`.
 */
export async function suspendPerson(db: Database, deed: Deed, personId: string): Promise<void> {
  await transaction(db, 'accounts.suspend-person', async (tx) => {
    const person = await tx
      .updateTable('accounts.person')
      .set({ status: 'suspended' })
      .where('id', '=', personId)
      .where('status', '=', 'active')
      .returning('region')
      .executeTakeFirst()
    if (!person)
      throw conflict('person_not_active', { zh: '这个账号已经停用。', en: 'This account is suspended already.' })
    const guarded = await tx
      .selectFrom('accounts.role_grant')
      .select('region')
      .where('person', '=', personId)
      .where('role', '=', 'security-administrator')
      .where('revoked_at', 'is', null)
      .execute()
    for (const { region } of guarded) await keepOneSecurityAdministrator(tx, region, personId)
    const ended = await endSessions(tx, { personId }, 'suspended')
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.suspend-person',
      region: person.region,
      object: { kind: 'person', id: personId },
      detail: { sessionsEnded: ended },
      requestId: deed.requestId,
    })
  })
}
