import { type Database, json, recordAudit, transaction } from '@opensti/db'
import { type Actor, personOf } from '@opensti/kernel'
import type { ReceivedWorkbook } from './receive-workbook.ts'
import { type CyclePlace, getCycle } from './workbook-store.ts'

/** Keeps a bureau's workbook for a cycle, to be mapped. Whatever the same planner left unmapped before makes room for it. */
export async function addWorkbook(
  db: Database,
  actor: Actor,
  place: CyclePlace,
  file: ReceivedWorkbook,
  requestId: string,
): Promise<{ id: string }> {
  const { personId } = personOf(actor)
  return transaction(db, 'reporting.add-workbook', async (tx) => {
    await getCycle(tx, place)
    await tx
      .deleteFrom('reporting.workbook')
      .where('region_id', '=', place.regionId)
      .where('cycle_code', '=', place.cycle)
      .where('added_by', '=', personId)
      .where('id', 'not in', tx.selectFrom('reporting.workbook_template').select('workbook_id'))
      .execute()
    const added = await tx
      .insertInto('reporting.workbook')
      .values({
        region_id: place.regionId,
        cycle_code: place.cycle,
        file_name: file.name,
        size: file.bytes.length,
        digest: file.digest,
        content: file.bytes,
        grids: json(file.grids),
        added_by: personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordAudit(tx, {
      actor,
      action: 'reporting.add-workbook',
      region: place.regionId,
      object: { kind: 'cycle', id: place.cycle },
      requestId,
      detail: { size: file.bytes.length },
    })
    return added
  })
}
