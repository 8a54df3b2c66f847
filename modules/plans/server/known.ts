import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { regionChain } from '@opensti/regions'
import type { KnownIndicator } from '../domain/matching/match-indicator.ts'
import type { KnownUnit } from '../domain/matching/propose.ts'
import { nameOf, regionLinks } from './views/rows.ts'

/** Indicators that a document of this region may mean: its own, those of the regions above it, and those of its areas. */
export async function knownIndicators(db: Reader, regionId: string) {
  const regions = regionChain(await regionLinks(db), regionId)
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
  const regions = new Set(regionChain(await regionLinks(db), regionId))
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
