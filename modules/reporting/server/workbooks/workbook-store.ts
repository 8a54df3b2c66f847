import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { type Bilingual, notFound } from '@opensti/kernel'
import { indicatorNames } from '@opensti/plans'
import type { AskedLine, WorkbookMapping } from '../../contract-workbooks.ts'
import type { Frequency } from '../../domain/periods.ts'
import type { Asked, NamedUnit } from '../../domain/workbook/match-names.ts'
import type { SheetGrid } from '../../domain/workbook/sheet-grid.ts'

export interface CyclePlace {
  regionId: string
  cycle: string
}

export interface CycleRow {
  code: string
  names: Bilingual
  frequency: Frequency
  lead_unit: string
}

export async function getCycle(db: Reader, { regionId, cycle }: CyclePlace): Promise<CycleRow> {
  const row = await db
    .selectFrom('reporting.cycle')
    .select(['code', 'names', 'frequency', 'lead_unit'])
    .where('region_id', '=', regionId)
    .where('code', '=', cycle)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { ...row, names: row.names as unknown as Bilingual }
}

/** What a cycle asks of whom, with the names that forms may use. */
export async function askedOf(db: Reader, place: CyclePlace, { frequency }: CycleRow): Promise<Asked> {
  const rows = await db
    .selectFrom('reporting.cycle_line')
    .select(['indicator_code', 'unit_id', 'nature'])
    .where('region_id', '=', place.regionId)
    .where('cycle_code', '=', place.cycle)
    .orderBy('position')
    .execute()
  const indicators = await indicatorNames(
    db,
    rows.map((row) => row.indicator_code),
  )
  const directory = await unitDirectory(db)
  const nameOf = (id: string) => directory.find(id)?.name ?? { zh: id, en: id }
  const lines = rows.map((row): AskedLine => {
    const indicator = indicators.get(row.indicator_code)
    return {
      indicatorId: row.indicator_code,
      indicator: indicator?.name ?? { zh: row.indicator_code, en: row.indicator_code },
      measure: indicator?.unit ?? '',
      nature: row.nature,
      unit: { id: row.unit_id, name: nameOf(row.unit_id) },
    }
  })
  const units = [...new Set(rows.map((row) => row.unit_id))].map(
    (id): NamedUnit => ({ id, names: namesOf(directory.find(id), id) }),
  )
  return { lines, units, frequency }
}

type Directory = Awaited<ReturnType<typeof unitDirectory>>

/** Every name of a unit, without the place in front where it has one. */
export function namesOf(unit: ReturnType<Directory['find']>, id: string): string[] {
  if (!unit) return [id]
  const zh = [unit.name.zh, unit.shortName.zh, ...unit.names.map(({ name }) => name.zh), ...unit.shortForms]
  const bare = zh.flatMap((name) => {
    const rest = /^.{1,6}?[市省区县](?=.{2,})/.exec(name)
    return rest ? [name.slice(rest[0].length)] : []
  })
  return [...new Set([...zh, ...bare, unit.name.en])]
}

/** Which units report what, by `indicator nature`. */
export function reportersOf({ lines }: Asked): Map<string, string[]> {
  const reporters = new Map<string, string[]>()
  for (const { indicatorId, nature, unit } of lines) {
    const key = `${indicatorId} ${nature}`
    reporters.set(key, [...(reporters.get(key) ?? []), unit.id])
  }
  return reporters
}

export interface Template {
  version: number
  workbookId: string
  fileName: string
  mapping: WorkbookMapping
}

/** The newest template of a cycle, without its file; null when there is none. */
export async function findTemplate(db: Reader, { regionId, cycle }: CyclePlace): Promise<Template | null> {
  const row = await db
    .selectFrom('reporting.workbook_template as t')
    .innerJoin('reporting.workbook as w', 'w.id', 't.workbook_id')
    .select(['t.version', 't.mapping', 'w.id', 'w.file_name'])
    .where('t.region_id', '=', regionId)
    .where('t.cycle_code', '=', cycle)
    .orderBy('t.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    version: row.version,
    workbookId: row.id,
    fileName: row.file_name,
    mapping: row.mapping as unknown as WorkbookMapping,
  }
}

/** The file of a workbook and its cells as they were read. */
export async function getWorkbookFile(
  db: Reader,
  id: string,
): Promise<{ name: string; bytes: Buffer; grids: SheetGrid[] }> {
  const row = await db
    .selectFrom('reporting.workbook')
    .select(['file_name', 'content', 'grids'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { name: row.file_name, bytes: row.content, grids: row.grids as unknown as SheetGrid[] }
}
