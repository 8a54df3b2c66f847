import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { KnownIndicator } from '../domain/matching/match-indicator.ts'
import type { KnownUnit } from '../domain/matching/propose.ts'
import { nameOf } from './views/rows.ts'

/** Indicators that a document of this region may mean: its own, those of the regions above it, and those of its areas. */
export async function knownIndicators(db: Reader, regionId: string) {
  const regions = await regionsAbove(db, regionId)
  const rows = await db
    .selectFrom('plans.indicator')
    .selectAll()
    .where('region_id', 'in', regions)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: nameOf(row.names),
    names: [nameOf(row.names).zh, ...row.aliases],
    unit: row.unit,
  })) satisfies KnownIndicator[]
}

/** Units that a document of this region may name. */
export async function knownUnits(db: Reader, regionId: string) {
  const regions = new Set(await regionsAbove(db, regionId))
  const directory = await unitDirectory(db)
  return directory
    .all()
    .filter((unit) => regions.has(unit.regionId))
    .map((unit) => ({
      id: unit.id,
      name: unit.name,
      shortName: unit.shortName,
      names: [...unit.names.map((one) => one.name.zh), ...unit.shortForms],
    })) satisfies KnownUnit[]
}

async function regionsAbove(db: Reader, regionId: string): Promise<string[]> {
  const rows = await db.selectFrom('plans.region').select(['id', 'parent_id', 'areas']).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const chain: string[] = []
  for (
    let next = byId.get(regionId);
    next && !chain.includes(next.id);
    next = next.parent_id ? byId.get(next.parent_id) : undefined
  ) {
    chain.push(next.id)
  }
  return [...chain, ...(byId.get(regionId)?.areas ?? [])]
}
