import { actorNames } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { notFound, type PersonActor } from '@opensti/kernel'
import type { TemplateList, UploadList, WorkbookMapping, WorkbookView } from '../../contract-workbooks.ts'
import { proposeMapping } from '../../domain/workbook/propose-mapping.ts'
import type { SheetGrid } from '../../domain/workbook/sheet-grid.ts'
import { getRequest, rolesIn } from '../store.ts'
import { askedOf, type CyclePlace, findTemplate, getCycle, getWorkbookFile } from './workbook-store.ts'

/** The versions of a cycle's template, newest first. */
export async function getTemplateList(db: Reader, person: PersonActor, place: CyclePlace): Promise<TemplateList> {
  const { code, names } = await getCycle(db, place)
  const rows = await db
    .selectFrom('reporting.workbook_template as t')
    .innerJoin('reporting.workbook as w', 'w.id', 't.workbook_id')
    .select(['t.version', 't.saved_by', 't.saved_at', 'w.id', 'w.file_name', 'w.size'])
    .where('t.region_id', '=', place.regionId)
    .where('t.cycle_code', '=', place.cycle)
    .orderBy('t.version', 'desc')
    .execute()
  const people = await actorNames(
    db,
    rows.map((row) => row.saved_by),
  )
  return {
    cycle: { code, names },
    mayMap: mayMap(person, place.regionId),
    versions: rows.map((row) => ({
      version: row.version,
      workbookId: row.id,
      fileName: row.file_name,
      size: row.size,
      by: people.get(row.saved_by) ?? { zh: '', en: '' },
      savedAt: row.saved_at.toISOString(),
    })),
  }
}

/** A workbook drawn as a grid, with what its cells stand for: as saved last, in a version asked for, or as proposed. */
export async function getWorkbookView(
  db: Reader,
  person: PersonActor,
  place: CyclePlace & { workbook: string; version?: number | undefined },
): Promise<WorkbookView> {
  const cycle = await getCycle(db, place)
  const row = await db
    .selectFrom('reporting.workbook')
    .select(['id', 'file_name'])
    .where('id', '=', place.workbook)
    .where('region_id', '=', place.regionId)
    .where('cycle_code', '=', place.cycle)
    .executeTakeFirst()
  if (!row) throw notFound()
  const { grids } = await getWorkbookFile(db, row.id)
  const asked = await askedOf(db, place, cycle)
  const saved = await db
    .selectFrom('reporting.workbook_template')
    .select(['mapping', 'version'])
    .where('workbook_id', '=', row.id)
    .$if(place.version !== undefined, (query) => query.where('version', '=', place.version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    id: row.id,
    cycle: { code: cycle.code, names: cycle.names, frequency: cycle.frequency },
    fileName: row.file_name,
    sheets: grids.map(sheetView),
    mapping: saved ? (saved.mapping as unknown as WorkbookMapping) : proposeMapping(grids, asked),
    version: (await findTemplate(db, place))?.version ?? 0,
    mappingVersion: saved?.version ?? null,
    lines: [...asked.lines],
    mayMap: mayMap(person, place.regionId),
  }
}

function sheetView({ name, hidden, cells, merges }: SheetGrid): WorkbookView['sheets'][number] {
  return {
    sheet: name,
    hidden,
    cells: cells.map(({ row, column, text, hasFormula }) => [row, column, text.slice(0, 200), hasFormula]),
    merges: merges.map(({ top, left, bottom, right }) => ({ top, left, bottom, right })),
  }
}

function mayMap(person: PersonActor, regionId: string): boolean {
  return person.grants.some((grant) => grant.role === 'planner' && grant.regionId === regionId)
}

/** Whether a return can be filled in as a workbook, and what was uploaded for it, newest first. */
export async function getUploadList(db: Reader, person: PersonActor, requestRef: string): Promise<UploadList> {
  const request = await getRequest(db, requestRef)
  const template = await findTemplate(db, { regionId: request.region_id, cycle: request.cycle_code })
  const rows = await db
    .selectFrom('reporting.workbook_upload')
    .select(['id', 'file_name', 'added_by', 'added_at', 'state'])
    .where('request_id', '=', request.id)
    .orderBy('added_at', 'desc')
    .limit(20)
    .execute()
  const people = await actorNames(
    db,
    rows.map((row) => row.added_by),
  )
  return {
    template: template && { version: template.version, fileName: template.fileName },
    uploads: rows.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      by: people.get(row.added_by) ?? { zh: '', en: '' },
      addedAt: row.added_at.toISOString(),
      state: row.state,
    })),
    mayUpload:
      template !== null && request.state === 'preparing' && rolesIn(person, request.unit_id).includes('reporter'),
  }
}
