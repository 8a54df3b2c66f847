import { type Database, json, recordAudit, transaction } from '@opensti/db'
import { type Actor, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import { nameFault } from '../domain/matching/public-names.ts'
import { openReading } from './decide-candidates.ts'
import { refreshSearch, touchedWithPlan } from './refresh-search.ts'

/**
 * Corrects the title of a document that was read, and of the draft that was made for it.
 * @throws AppError (unprocessable) when the new title shows damage of the copy
 */
export async function renameDocument(
  db: Database,
  actor: Actor,
  readingId: string,
  title: string,
  requestId: string,
): Promise<void> {
  const fault = nameFault(title)
  if (fault) {
    throw unprocessable(
      'damaged_title',
      { zh: '这个标题带有残缺文本的痕迹。', en: 'This title carries damage of the copy.' },
      { details: [{ message: fault, place: { field: 'title' } }] },
    )
  }
  await transaction(db, 'plans.rename-document', async (tx) => {
    const reading = await openReading(tx, readingId)
    const names = json({ zh: title, en: title })
    await tx.updateTable('plans.document').set({ names }).where('code', '=', reading.document_code).execute()
    const renamed = await tx
      .updateTable('plans.plan')
      .set({ names })
      .where('region_id', '=', reading.region_id)
      .where('code', '=', reading.plan_code)
      .where('document_code', '=', reading.document_code)
      .where('origin', '=', 'reading')
      .returning('code')
      .execute()
    const touched = renamed.length > 0 ? await touchedWithPlan(tx, reading.region_id, reading.plan_code) : {}
    await tx
      .updateTable('plans.region')
      .set({ revision: sql`revision + 1` })
      .where('id', '=', reading.region_id)
      .execute()
    await refreshSearch(tx, { ...touched, documents: [reading.document_code] })
    await recordAudit(tx, {
      actor,
      action: 'plans.rename-document',
      region: reading.region_id,
      object: { kind: 'document', id: reading.document_code },
      requestId,
    })
  })
}
