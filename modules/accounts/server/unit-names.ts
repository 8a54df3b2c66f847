import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { sql } from 'kysely'

/** A unit as it is called today, or was called last. */
export interface UnitName {
  id: string
  regionId: string
  name: Bilingual
  shortName: Bilingual
}

/** Names of the given units, those in use at the date (default today). Unknown ids are left out. */
export async function unitNames(db: Reader, ids: readonly string[], date = today()): Promise<Map<string, UnitName>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.unit as u')
    .innerJoin('accounts.unit_name as n', 'n.unit', 'u.id')
    .distinctOn('u.id')
    .select(['u.id', 'u.region', 'n.name_zh', 'n.name_en', 'n.short'])
    .where('u.id', 'in', [...new Set(ids)])
    .orderBy('u.id')
    // The latest name that had begun by then; the first one for dates before them all.
    .orderBy(sql`coalesce(left(n.from_date, ${date.length}) <= ${date}, true)`, 'desc')
    .orderBy(
      sql`case when coalesce(left(n.from_date, ${date.length}) <= ${date}, true) then n.position else -n.position end`,
      'desc',
    )
    .execute()
  return new Map(rows.map((row) => [row.id, asUnitName(row)]))
}

export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

export function asUnitName(row: {
  id: string
  region: string
  name_zh: string
  name_en: string
  short: string[]
}): UnitName {
  return {
    id: row.id,
    regionId: row.region,
    name: { zh: row.name_zh, en: row.name_en },
    shortName: { zh: row.short[0] ?? row.name_zh, en: row.name_en },
  }
}
