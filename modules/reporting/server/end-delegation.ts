import { type Database, databaseNow, recordAudit, transaction } from '@opensti/db'
import { type Actor, notFound, personOf } from '@opensti/kernel'

/**
 * A delegation ends before its last day: whoever was away is back. What was done in her stead stays as it is. Asked a
 * second time it changes nothing.
 *
 * @throws `not_found` (404) when it is not of this unit.
 */
export async function endDelegation(
  db: Database,
  actor: Actor,
  { unitId, id }: { unitId: string; id: string },
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'reporting.end-delegation', async (tx) => {
    const known = await tx
      .selectFrom('reporting.delegation')
      .select(['region_id', 'ended_at'])
      .where('id', '=', id)
      .where('unit_id', '=', unitId)
      .executeTakeFirst()
    if (!known) throw notFound()
    if (known.ended_at) return
    await tx
      .updateTable('reporting.delegation')
      .set({ ended_at: await databaseNow(tx), ended_by: person.personId })
      .where('id', '=', id)
      .execute()
    await recordAudit(tx, {
      actor,
      action: 'reporting.end-delegation',
      region: known.region_id,
      object: { kind: 'delegation', id },
      requestId,
    })
  })
}
