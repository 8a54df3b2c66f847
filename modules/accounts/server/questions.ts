import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { sql } from 'kysely'
import type { RegionView, UnitView } from '../contract.ts'
import type { NamedUnit } from '../domain/match-unit-name.ts'
import { asUnitName, today } from './unit-names.ts'

export async function listRegions(db: Reader): Promise<RegionView[]> {
  const rows = await db.selectFrom('accounts.region').selectAll().orderBy('code').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: { zh: row.name_zh, en: row.name_en },
    kind: row.kind,
    parentId: row.parent,
    invented: row.invented,
  }))
}

/** Units of one region, or of all, under their latest names. Dissolved ones are there too: old plans name them. */
export async function listUnits(db: Reader, regionId?: string): Promise<UnitView[]> {
  const rows = await db
    .selectFrom('accounts.unit as u')
    .innerJoin('accounts.unit_name as n', 'n.unit', 'u.id')
    .distinctOn('u.id')
    .select([
      'u.id',
      'u.region',
      'u.level',
      'u.kind',
      'u.from_date',
      'u.until_date',
      'n.name_zh',
      'n.name_en',
      'n.short',
    ])
    .$if(regionId !== undefined, (query) => query.where('u.region', '=', regionId ?? ''))
    .orderBy('u.id')
    .orderBy('n.position', 'desc')
    .execute()
  return rows.map((row) => ({
    ...asUnitName(row),
    level: row.level,
    kind: row.kind,
    from: row.from_date,
    until: row.until_date,
  }))
}

/** Region, parents up to the root, then areas: whose units and definitions are known here, nearest first. */
export async function regionChain(db: Reader, regionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive known (id, far) as (
      select id, 0 from accounts.region where id = ${regionId}
      union
      select r.parent, k.far + 1 from known k join accounts.region r on r.id = k.id where r.parent is not null and k.far < 20
    ), areas (id, far) as (
      select a.area, 100 from accounts.region_area a where a.region = ${regionId}
      union
      select r.parent, a.far + 1 from areas a join accounts.region r on r.id = a.id where r.parent is not null and a.far < 120
    )
    select id from (select * from known union all select * from areas) as both_ways group by id order by min(far)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Every unit a paper of this region may name, with all it is or was called, the region's own first. For `matchUnitName`. */
export async function unitsKnownIn(db: Reader, regionId: string): Promise<NamedUnit[]> {
  const chain = await regionChain(db, regionId)
  if (chain.length === 0) return []
  const rows = await db
    .selectFrom('accounts.unit as u')
    .innerJoin('accounts.unit_name as n', 'n.unit', 'u.id')
    .select(['u.id', 'u.region', 'n.name_zh', 'n.short'])
    .where('u.region', 'in', chain)
    .orderBy('u.id')
    .orderBy('n.position', 'desc')
    .execute()
  const units = new Map<string, { id: string; names: string[]; distance: number }>()
  for (const row of rows) {
    const unit = units.get(row.id) ?? { id: row.id, names: [], distance: chain.indexOf(row.region) }
    unit.names.push(row.name_zh, ...row.short)
    units.set(row.id, unit)
  }
  return [...units.values()].sort((a, b) => a.distance - b.distance).map(({ id, names }) => ({ id, names }))
}

/** Who holds a function on a day (default today). Usually one unit; none where it was given up. */
export async function holdersOf(db: Reader, functionId: string, date = today()): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts.function_held')
    .select('unit')
    .where('function', '=', functionId)
    .where(sql<boolean>`coalesce(left(from_date, ${date.length}) <= ${date}, true)`)
    // On the day of a change the new holder has it already.
    .where(sql<boolean>`coalesce(left(${date}, length(until_date)) < until_date, true)`)
    .orderBy('unit')
    .execute()
  return rows.map(({ unit }) => unit)
}

export interface UnitHistory {
  names: { name: Bilingual; from: string | null; until: string | null }[]
  functions: { id: string; name: Bilingual; from: string | null; until: string | null }[]
  changes: { id: string; kind: string; date: string; from: string[]; to: string[] }[]
}

/** What a unit was called, what it was charged with, and what became of it; dated. */
export async function unitHistory(db: Reader, unitId: string): Promise<UnitHistory> {
  const names = await db
    .selectFrom('accounts.unit_name')
    .selectAll()
    .where('unit', '=', unitId)
    .orderBy('position')
    .execute()
  const functions = await db
    .selectFrom('accounts.function_held as h')
    .innerJoin('accounts.function as f', 'f.id', 'h.function')
    .select(['f.id', 'f.name_zh', 'f.name_en', 'h.from_date', 'h.until_date'])
    .where('h.unit', '=', unitId)
    .orderBy('f.id')
    .execute()
  const changes = await db
    .selectFrom('accounts.unit_change as c')
    .innerJoin('accounts.unit_change_side as s', 's.change', 'c.id')
    .select(['c.id', 'c.kind', 'c.date', 's.side', 's.unit'])
    .where('c.id', 'in', (mine) =>
      mine.selectFrom('accounts.unit_change_side').select('change').where('unit', '=', unitId),
    )
    .orderBy('c.date')
    .orderBy('s.unit')
    .execute()
  const byId = new Map<string, UnitHistory['changes'][number]>()
  for (const row of changes) {
    const change = byId.get(row.id) ?? { id: row.id, kind: row.kind, date: row.date, from: [], to: [] }
    change[row.side].push(row.unit)
    byId.set(row.id, change)
  }
  const dated = (row: { name_zh: string; name_en: string; from_date: string | null; until_date: string | null }) => ({
    name: { zh: row.name_zh, en: row.name_en },
    from: row.from_date,
    until: row.until_date,
  })
  return {
    names: names.map(dated),
    functions: functions.map((row) => ({ id: row.id, ...dated(row) })),
    changes: [...byId.values()],
  }
}
