import { type Database, databaseNow, json, recordAudit, transaction } from '@opensti/db'
import { type Actor, conflict, personOf, unprocessable } from '@opensti/kernel'
import type { AcceptUpload } from '../../contract-workbooks.ts'
import { keepEntries } from '../save-entries.ts'
import { getRequest } from '../store.ts'
import { type CellBefore, cellsNow, getUpload } from './upload-store.ts'

/**
 * Puts the chosen figures of an uploaded workbook into its return: one save, all of them or none. Notes beside the cells
 * stay. What the cells were before is kept, so that it can be undone.
 *
 * @throws `cell_changed` (409) when a cell has another version than the one she saw; `upload_faulty` (422) while the
 *   workbook has errors; `upload_taken` (409) when it was accepted before; `cell_unknown` (422).
 */
export async function acceptUpload(
  db: Database,
  actor: Actor,
  { requestRef, upload: uploadRef }: { requestRef: string; upload: string },
  { cells }: AcceptUpload,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'reporting.accept-workbook', async (tx) => {
    const request = await getRequest(tx, requestRef)
    const upload = await getUpload(tx, request.id, uploadRef)
    if (upload.state !== 'read') throw taken()
    if (upload.result.findings.some(({ level }) => level === 'error')) throw faulty()
    const becomes = new Map(upload.result.changes.map((one) => [`${one.indicatorId} ${one.nature}`, one.becomes]))
    const now = await cellsNow(tx, request.id)
    const changes = cells.map((cell) => {
      const key = `${cell.indicatorId} ${cell.nature}`
      const value = becomes.get(key)
      if (value === undefined) throw notInWorkbook(cell.indicatorId)
      return { ...cell, value, absentReason: null, note: now.get(key)?.note ?? null }
    })
    await keepEntries(tx, person, request, changes)
    const before = cells.map((cell): CellBefore => {
      const was = now.get(`${cell.indicatorId} ${cell.nature}`)
      return {
        indicatorId: cell.indicatorId,
        nature: cell.nature,
        value: was?.value ?? null,
        absentReason: was?.absent_reason ?? null,
        note: was?.note ?? null,
        versionAfter: cell.version + 1,
      }
    })
    await tx
      .updateTable('reporting.workbook_upload')
      .set({
        state: 'accepted',
        accepted_by: person.personId,
        accepted_at: await databaseNow(tx),
        cells_before: json(before),
      })
      .where('id', '=', upload.id)
      .execute()
    await recordAudit(tx, {
      actor,
      action: 'reporting.accept-workbook',
      region: request.region_id,
      object: { kind: 'return', id: request.id },
      requestId,
      detail: { cells: cells.length, upload: upload.id },
    })
  })
}

function taken() {
  return conflict(
    'upload_taken',
    { zh: '这份工作簿已经填入过。', en: 'This workbook has been taken in already.' },
    { remedy: { zh: '如有新数，请再上传一次。', en: 'If there are new figures, upload it again.' } },
  )
}

function faulty() {
  return unprocessable(
    'upload_faulty',
    { zh: '工作簿里还有错误，没有填入。', en: 'The workbook still has errors, so nothing was taken in.' },
    { remedy: { zh: '请改正标出的单元格，再上传。', en: 'Correct the cells that are named, then upload it again.' } },
  )
}

function notInWorkbook(indicatorId: string) {
  return unprocessable('cell_unknown', {
    zh: `这份工作簿没有改动这一格：${indicatorId}。`,
    en: `This workbook does not change ${indicatorId}.`,
  })
}
