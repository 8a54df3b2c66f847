import { type Database, recordAudit, transaction } from '@opensti/db'
import { conflict } from '@opensti/kernel'
import type { Deed } from './deed.ts'

/** Opens a suspended account again, with the roles it has. Throws 409 `person_not_suspended`. */
export async function reinstatePerson(db: Database, deed: Deed, personId: string): Promise<void> {
  await transaction(db, 'accounts.reinstate-person', async (tx) => {
    const person = await tx
      .updateTable('accounts.person')
      .set({ status: 'active' })
      .where('id', '=', personId)
      .where('status', '=', 'suspended')
      .returning('region')
      .executeTakeFirst()
    if (!person)
      throw conflict('person_not_suspended', { zh: '这个账号没有停用。', en: 'This account is not suspended.' })
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.reinstate-person',
      region: person.region,
      object: { kind: 'person', id: personId },
      requestId: deed.requestId,
    })
  })
}
