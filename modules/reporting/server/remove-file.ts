import { type Database, databaseNow, recordAudit, transaction } from '@opensti/db'
import { type Actor, notFound, personOf } from '@opensti/kernel'
import { filesStandStill, fileTwice } from './attach-file.ts'
import { requireTurn } from './require-turn.ts'
import { getRequest } from './store.ts'

/**
 * Takes a file away from a return that is being prepared, or puts it back. Who took it away when stays with the return.
 * Asked a second time it changes nothing.
 *
 * @throws `not_found` (404); `not_preparing` (409); `file_twice` (409) when the same file has been attached again meanwhile.
 */
export async function removeFile(
  db: Database,
  actor: Actor,
  { requestRef, id, removed }: { requestRef: string; id: string; removed: boolean },
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'reporting.remove-file', async (tx) => {
    const request = await getRequest(tx, requestRef)
    if (request.state !== 'preparing') throw filesStandStill()
    await requireTurn(tx, person, request)
    const file = await tx
      .selectFrom('reporting.attachment')
      .select(['digest', 'removed_at'])
      .where('request_id', '=', request.id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!file) throw notFound()
    if ((file.removed_at !== null) === removed) return
    if (!removed) {
      const again = await tx
        .selectFrom('reporting.attachment')
        .select('id')
        .where('request_id', '=', request.id)
        .where('digest', '=', file.digest)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      if (again) throw fileTwice()
    }
    await tx
      .updateTable('reporting.attachment')
      .set(
        removed
          ? { removed_at: await databaseNow(tx), removed_by: person.personId }
          : { removed_at: null, removed_by: null },
      )
      .where('id', '=', id)
      .execute()
    await recordAudit(tx, {
      actor,
      action: removed ? 'reporting.remove-file' : 'reporting.restore-file',
      region: request.region_id,
      object: { kind: 'return', id: request.id },
      requestId,
      detail: { file: id },
    })
  })
}
