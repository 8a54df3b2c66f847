import { type Database, databaseNow, recordAudit, transaction } from '@opensti/db'
import { type Actor, conflict, personOf } from '@opensti/kernel'
import { keepEntries } from '../save-entries.ts'
import { getRequest } from '../store.ts'
import { getUpload } from './upload-store.ts'

/**
 * Takes an accepted workbook back: every cell is again as it was before, while nobody has changed one since.
 *
 * @throws `cell_changed` (409) naming the cells that were changed since; `not_accepted` (409).
 */
export async function undoUpload(
  db: Database,
  actor: Actor,
  { requestRef, upload: uploadRef }: { requestRef: string; upload: string },
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'reporting.undo-workbook', async (tx) => {
    const request = await getRequest(tx, requestRef)
    const upload = await getUpload(tx, request.id, uploadRef)
    if (upload.state !== 'accepted') throw notAccepted()
    const cells = (upload.cellsBefore ?? []).map(({ versionAfter, ...cell }) => ({ ...cell, version: versionAfter }))
    await keepEntries(tx, person, request, cells)
    await tx
      .updateTable('reporting.workbook_upload')
      .set({ state: 'undone', undone_at: await databaseNow(tx) })
      .where('id', '=', upload.id)
      .execute()
    await recordAudit(tx, {
      actor,
      action: 'reporting.undo-workbook',
      region: request.region_id,
      object: { kind: 'return', id: request.id },
      requestId,
      detail: { cells: cells.length, upload: upload.id },
    })
  })
}

function notAccepted() {
  return conflict('not_accepted', {
    zh: '这份工作簿没有填入，或已经撤销。',
    en: 'This workbook has not been taken in, or has been undone.',
  })
}
