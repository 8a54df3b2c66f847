import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { sql } from 'kysely'
import type { Citation, Value } from '../contract.ts'
import { vintagesOf } from './target-vintages.ts'
import { isPublic, sameSpeaker } from './views/is-public.ts'
import { publicViewer, visiblePlans } from './views/ledger.ts'
import { citationOf, documentTitles, nameOf, nameOrNull, targetsOf } from './views/rows.ts'
import { withChanges } from './views/target-changes.ts'
import { unitNames } from './views/units.ts'

/** A figure as open data has it: what it is about, what it says, since when, and where it is written. */
export interface PublicFigure {
  id: string
  regionId: string
  region: Bilingual
  indicatorCode: string
  indicator: Bilingual
  kind: 'value' | 'target' | 'baseline'
  /** The plan that sets a target or baseline. */
  planCode: string | null
  period: string | null
  comparator: string
  /** Decimal text; the second is the upper end of a range. */
  value: string
  valueTo: string | null
  unit: string
  nature: Value['nature'] | null
  figureKind: string | null
  /** 1 is what was first published; `current` is false for what a later vintage replaced. */
  vintage: number
  current: boolean
  publishedOn: string | null
  correctedBecause: Bilingual | null
  releaseId: string | null
  citation: Citation
  /** The unit that reported it. */
  reportedBy: { id: string; name: Bilingual } | null
  /** Of a unit's part: how many units were asked for theirs. Null for what speaks for the region as a whole. */
  unitsAsked: number | null
  /** What was written beside it. */
  note: Bilingual | null
}

/** Which figures are wanted. Absent parts ask nothing. */
export interface FiguresWanted {
  regionId?: string
  indicator?: string
  /** Figures of indicators for which this plan of the region sets a target. */
  plan?: string
  /** Figures that this release made public. */
  release?: string
}

/** Targets and baselines of public plans, with what they said before decisions changed them. */
export async function publicTargets(db: Reader, wanted: FiguresWanted): Promise<PublicFigure[]> {
  const plans = await visiblePlans(db, publicViewer, wanted.regionId === undefined ? undefined : [wanted.regionId])
  const shown = plans.filter((plan) => wanted.plan === undefined || plan.code === wanted.plan)
  if (shown.length === 0) return []
  const names = await regionNames(db)
  const titles = await documentTitles(db)
  let query = db
    .selectFrom('plans.target as target')
    .innerJoin('plans.indicator as indicator', 'indicator.code', 'target.indicator_code')
    .selectAll('target')
    .select('indicator.names')
    .where(
      sql<boolean>`target.region_id || '/' || target.plan_code = any (${shown.map((plan) => `${plan.region_id}/${plan.code}`)}::text[])`,
    )
  if (wanted.indicator !== undefined) query = query.where('target.indicator_code', '=', wanted.indicator)
  const planned = await query
    .orderBy('target.region_id')
    .orderBy('target.indicator_code')
    .orderBy('target.id')
    .execute()
  const rows = await withChanges(db, planned)
  return rows.flatMap((row) =>
    targetsOf(row, titles).flatMap((target) =>
      vintagesOf(target).map((one) => ({
        id: one.id,
        regionId: row.region_id,
        region: names.get(row.region_id) ?? { zh: row.region_id, en: row.region_id },
        indicatorCode: row.indicator_code,
        indicator: nameOf(row.names),
        kind: target.kind,
        planCode: row.plan_code,
        period: target.year === null ? null : String(target.year),
        comparator: target.comparator,
        value: String(one.value),
        valueTo: one.value2 === null ? null : String(one.value2),
        unit: target.unit,
        nature: null,
        figureKind: null,
        vintage: one.vintage,
        current: one.current,
        publishedOn: one.since,
        correctedBecause: one.because,
        releaseId: null,
        citation: one.citation,
        reportedBy: null,
        unitsAsked: null,
        note: target.note,
      })),
    ),
  )
}

interface ValueRow {
  id: string
  region_id: string
  indicator_code: string
  names: unknown
  period: string
  comparator: string
  value: string
  unit: string
  nature: Value['nature']
  figure_kind: string | null
  estimate: boolean
  vintage: string
  reason: unknown
  note: unknown
  cite: unknown
  reported_by: string | null
  units_asked: number | null
  release_id: string | null
  released: { on?: string } | null
  number: number
  of: number
}

/**
 * Values that were public at a moment, in an order that stays, piece by piece. `after` is the id of the last one that is
 * known already.
 */
export async function publicValues(
  db: Reader,
  wanted: FiguresWanted,
  { asOf, after, limit }: { asOf: Date; after?: string; limit: number },
): Promise<PublicFigure[]> {
  const last = after === undefined ? undefined : await placeOf(db, after)
  if (after !== undefined && last === undefined) return []
  const asked = [
    wanted.regionId !== undefined && sql`v.region_id = ${wanted.regionId}`,
    wanted.indicator !== undefined && sql`v.indicator_code = ${wanted.indicator}`,
    wanted.plan !== undefined &&
      sql`exists (select from plans.target t join plans.plan p on p.region_id = t.region_id and p.code = t.plan_code
        where t.region_id = v.region_id and t.indicator_code = v.indicator_code and t.plan_code = ${wanted.plan}
          and p.published_at is not null)`,
    wanted.release !== undefined && sql`v.release_id = ${wanted.release}`,
    last !== undefined &&
      sql`(v.region_id, v.indicator_code, v.period, v.nature, v.vintage, v.id) > (
        ${last.region_id}, ${last.indicator_code}, ${last.period}, ${last.nature}, ${last.vintage}, ${last.id})`,
  ].filter((part) => part !== false)
  // The piece first, then what is asked about each of its rows.
  const { rows } = await sql<ValueRow>`
    with piece as materialized (
      select v.* from plans.value v
      where ${isPublic('v', asOf)} ${asked.length > 0 ? sql`and ${sql.join(asked, sql` and `)}` : sql``}
      order by v.region_id, v.indicator_code, v.period, v.nature, v.vintage, v.id
      limit ${limit}
    )
    select v.id, v.region_id, v.indicator_code, i.names, v.period, v.comparator, trim_scale(v.value)::text as value, v.unit,
      v.nature, v.figure_kind, v.estimate, v.vintage, v.reason, v.note, v.cite, v.reported_by, v.units_asked, v.release_id,
      v.released, same.number, same.of
    from piece v
    join plans.indicator i on i.code = v.indicator_code
    cross join lateral (
      select (count(*) filter (where s.vintage <= v.vintage))::int as number, count(*)::int as of from plans.value s
      where s.region_id = v.region_id and s.indicator_code = v.indicator_code and s.period = v.period
        and s.nature = v.nature and s.unit = v.unit and s.start_year is not distinct from v.start_year
        and ${sameSpeaker('v', 's')} and ${isPublic('s', asOf)}
    ) as same
    order by v.region_id, v.indicator_code, v.period, v.nature, v.vintage, v.id`.execute(db)
  if (rows.length === 0) return []
  const names = await regionNames(db)
  const titles = await documentTitles(db)
  const unit = await unitNames(db)
  return rows.map((row) => ({
    id: row.id,
    regionId: row.region_id,
    region: names.get(row.region_id) ?? { zh: row.region_id, en: row.region_id },
    indicatorCode: row.indicator_code,
    indicator: nameOf(row.names),
    kind: 'value' as const,
    planCode: null,
    period: row.period,
    comparator: row.comparator,
    value: row.value,
    valueTo: null,
    unit: row.unit,
    nature: row.nature,
    figureKind: row.figure_kind ?? (row.estimate ? 'estimate' : null),
    vintage: row.number,
    current: row.number === row.of,
    publishedOn: row.released?.on ?? row.vintage,
    correctedBecause: row.number > 1 ? nameOrNull(row.reason) : null,
    releaseId: row.release_id,
    citation: citationOf(row.cite, titles),
    reportedBy: row.reported_by === null ? null : { id: row.reported_by, name: unit(row.reported_by).name },
    unitsAsked: row.units_asked,
    note: nameOrNull(row.note),
  }))
}

/** Where a value stands in the order, as plain texts, so that an index leads to what comes after it. */
function placeOf(db: Reader, id: string) {
  return db
    .selectFrom('plans.value')
    .select(['region_id', 'indicator_code', 'period', 'nature', 'vintage', 'id'])
    .where('id', '=', id)
    .executeTakeFirst()
}

async function regionNames(db: Reader): Promise<ReadonlyMap<string, Bilingual>> {
  const rows = await db.selectFrom('plans.region').select(['id', 'names']).execute()
  return new Map(rows.map((row) => [row.id, nameOf(row.names)]))
}
