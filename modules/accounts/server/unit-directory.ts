import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { sql } from 'kysely'
import { type DirectoryChange, type DirectoryUnit, UnitDirectory } from '../domain/unit-directory.ts'

/** The last few directories read, by the version of the content; most processes ever see one. */
const kept = new Map<string, UnitDirectory>()
const keptMax = 4

/** Every government unit with its names and history. One small query, unless the content has changed. */
export async function unitDirectory(db: Reader): Promise<UnitDirectory> {
  const loaded = await db.selectFrom('accounts.units_loaded').select('version').executeTakeFirst()
  const known = loaded && kept.get(loaded.version)
  if (known) return known
  const directory = new UnitDirectory(await readUnits(db), await readChanges(db), await readHeld(db))
  if (loaded) {
    const oldest = kept.keys().next().value
    if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest)
    kept.set(loaded.version, directory)
  }
  return directory
}

async function readUnits(db: Reader): Promise<DirectoryUnit[]> {
  const units = await db
    .selectFrom('accounts.unit')
    .selectAll()
    .orderBy('region')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const names = await db.selectFrom('accounts.unit_name').selectAll().orderBy('unit').orderBy('position').execute()
  const byUnit = Map.groupBy(names, (row) => row.unit)
  return units.flatMap((unit) => {
    const own = byUnit.get(unit.id) ?? []
    const last = own.at(-1)
    if (!last) return []
    return {
      id: unit.id,
      regionId: unit.region,
      level: unit.level,
      kind: unit.kind,
      from: unit.from_date,
      until: unit.until_date,
      name: { zh: last.name_zh, en: last.name_en },
      shortName: { zh: last.short[0] ?? last.name_zh, en: last.name_en },
      names: own.map((row) => ({
        name: { zh: row.name_zh, en: row.name_en },
        from: row.from_date,
        until: row.until_date,
      })),
      shortForms: [...new Set(own.flatMap((row) => row.short))],
    }
  })
}

async function readChanges(db: Reader): Promise<DirectoryChange[]> {
  const { rows } = await sql<{
    kind: DirectoryChange['kind']
    date: string
    note_zh: string | null
    note_en: string | null
    verified: DirectoryChange['verified']
    from: string[]
    to: string[]
    moves: { function: string; from: string; to: string; name: Bilingual }[]
  }>`
    select c.kind, c.date, c.note_zh, c.note_en, c.verified,
      array(select unit from accounts.unit_change_side where change = c.id and side = 'from' order by unit) as "from",
      array(select unit from accounts.unit_change_side where change = c.id and side = 'to' order by unit) as "to",
      (select coalesce(jsonb_agg(jsonb_build_object('function', m.function, 'from', m.from_unit, 'to', m.to_unit,
          'name', jsonb_build_object('zh', f.name_zh, 'en', f.name_en)) order by m.function), '[]')
        from accounts.unit_change_move m join accounts.function f on f.id = m.function where m.change = c.id) as moves
    from accounts.unit_change c
    order by c.date, c.id`.execute(db)
  return rows.map((row) => ({
    kind: row.kind,
    on: row.date,
    from: row.from,
    to: row.to,
    moves: row.moves,
    functions: row.moves.map(({ name }) => name),
    note: row.note_zh === null ? null : { zh: row.note_zh, en: row.note_en ?? row.note_zh },
    verified: row.verified,
  }))
}

function readHeld(db: Reader) {
  return db
    .selectFrom('accounts.function_held')
    .select(['function as functionId', 'unit as unitId', 'from_date as from', 'until_date as until'])
    .execute()
}
