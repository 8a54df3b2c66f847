import type { Reader } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import type { ReadBack } from '../../domain/workbook/read-back.ts'

/** A cell as it was before an upload was accepted, and the version that accepting gave it. */
export interface CellBefore {
  indicatorId: string
  nature: 'working' | 'statistical'
  value: string | null
  absentReason: string | null
  note: string | null
  versionAfter: number
}

export interface UploadRow {
  id: string
  fileName: string
  size: number
  templateVersion: number
  state: 'read' | 'accepted' | 'undone'
  result: ReadBack
  addedBy: string
  addedAt: Date
  cellsBefore: CellBefore[] | null
}

/** An upload of a return, without its file. */
export async function getUpload(db: Reader, requestId: string, id: string): Promise<UploadRow> {
  const row = await db
    .selectFrom('reporting.workbook_upload')
    .select(['id', 'file_name', 'size', 'template_version', 'state', 'result', 'added_by', 'added_at', 'cells_before'])
    .where('request_id', '=', requestId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return {
    id: row.id,
    fileName: row.file_name,
    size: row.size,
    templateVersion: row.template_version,
    state: row.state,
    result: row.result as unknown as ReadBack,
    addedBy: row.added_by,
    addedAt: row.added_at,
    cellsBefore: row.cells_before as unknown as CellBefore[] | null,
  }
}

/** The cells of a return by `indicator nature`, as they are now. */
export async function cellsNow(db: Reader, requestId: string) {
  const rows = await db
    .selectFrom('reporting.entry')
    .select(['indicator_code', 'nature', 'unit', 'value', 'absent_reason', 'note', 'version'])
    .where('request_id', '=', requestId)
    .execute()
  return new Map(rows.map((row) => [`${row.indicator_code} ${row.nature}`, row]))
}
