import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { sql } from 'kysely'
import { sameSpeaker } from './views/is-public.ts'
import { nameOf, nameOrNull } from './views/rows.ts'

/** A figure of the ledger beside what the public sees of the same thing now. */
export interface FixedFigure {
  id: string
  regionId: string
  indicator: { code: string; name: Bilingual; hasDefinition: boolean }
  period: string
  nature: 'working' | 'statistical'
  kind: 'estimate' | 'flash' | 'annual' | 'revised'
  /** Decimal text. */
  value: string
  unit: string
  vintage: string
  /** Why it revises an earlier figure. */
  reason: Bilingual | null
  note: Bilingual | null
  reporter: Bilingual | null
  /** When it becomes or became public; null while no release has been approved for it. */
  publicFrom: Date | null
  releaseId: string | null
  /** What stands in the portal now for the same period and nature; null where there is nothing yet. */
  publicNow: { id: string; value: string; unit: string; releaseId: string | null } | null
}

interface Row {
  id: string
  region_id: string
  indicator_code: string
  names: unknown
  has_definition: boolean
  period: string
  nature: FixedFigure['nature']
  figure_kind: FixedFigure['kind'] | null
  value: string
  unit: string
  vintage: string
  reason: unknown
  note: unknown
  cite: { reporter?: Bilingual }
  public_from: Date | null
  release_id: string | null
  now_id: string | null
  now_value: string | null
  now_unit: string | null
  now_release: string | null
}

/** Figures by their ids, in the order of the ids. Those that are not there are left out. */
export async function fixedFigures(db: Reader, ids: readonly string[]): Promise<FixedFigure[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select v.id, v.region_id, v.indicator_code, i.names, i.definition is not null as has_definition, v.period, v.nature,
      v.figure_kind, trim_scale(v.value)::text as value, v.unit, v.vintage, v.reason, v.note, v.cite, v.public_from,
      v.release_id, now.id as now_id, now.value as now_value, now.unit as now_unit, now.release_id as now_release
    from plans.value v
    join plans.indicator i on i.code = v.indicator_code
    left join lateral (
      select p.id, trim_scale(p.value)::text as value, p.unit, p.release_id from plans.value p
      where p.region_id = v.region_id and p.indicator_code = v.indicator_code and p.period = v.period
        and p.nature = v.nature and p.start_year is not distinct from v.start_year and p.id <> v.id
        and coalesce(p.public_from <= clock_timestamp(), p.status = 'published')
        and p.vintage < v.vintage and ${sameSpeaker('v', 'p')}
      order by p.vintage desc limit 1
    ) as now on true
    where v.id = any (${[...ids]}::text[])`.execute(db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [figureOf(row)] : []
  })
}

function figureOf(row: Row): FixedFigure {
  return {
    id: row.id,
    regionId: row.region_id,
    indicator: { code: row.indicator_code, name: nameOf(row.names), hasDefinition: row.has_definition },
    period: row.period,
    nature: row.nature,
    kind: row.figure_kind ?? (row.period.length === 4 ? 'annual' : 'flash'),
    value: row.value,
    unit: row.unit,
    vintage: row.vintage,
    reason: nameOrNull(row.reason),
    note: nameOrNull(row.note),
    reporter: nameOrNull(row.cite.reporter ?? null),
    publicFrom: row.public_from,
    releaseId: row.release_id,
    publicNow:
      row.now_id === null || row.now_value === null || row.now_unit === null
        ? null
        : { id: row.now_id, value: row.now_value, unit: row.now_unit, releaseId: row.now_release },
  }
}
