import type { Reader } from '@opensti/db'
import type { Period } from '@opensti/kernel'
import { sql } from 'kysely'

/** The latest word of the ledger on a figure: approved or public. */
export interface LatestFigure {
  value: string
  unit: string
  period: Period
  nature: 'working' | 'statistical'
  vintage: string
}

export interface FigureAsked {
  regionId: string
  indicatorCode: string
  /** Only what this unit reported; null for what speaks for the region as a whole. */
  reportedBy: string | null
}

/**
 * For each of these the latest figure, in their order, or none: later periods before earlier ones, statistical before working
 * figures, later vintages before those they replace. What `exceptBy` reported does not speak for the region. One question,
 * which finds each figure along an index, however many there are.
 */
export async function latestFigures(
  db: Reader,
  asked: readonly FigureAsked[],
  exceptBy: readonly string[],
): Promise<(LatestFigure | undefined)[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<LatestFigure & { at: bigint }>`
    select asked.at, found.value, found.unit, found.period, found.nature, found.vintage
    from unnest(
      ${asked.map((one) => one.regionId)}::text[], ${asked.map((one) => one.indicatorCode)}::text[],
      ${asked.map((one) => one.reportedBy)}::text[]
    ) with ordinality as asked (region, code, unit, at)
    cross join lateral (
      select v.value, v.unit, v.period, v.nature, v.vintage from plans.value v
      where v.region_id = asked.region and v.indicator_code = asked.code and v.status in ('approved', 'published')
        and v.comparator = 'eq'
        and case when asked.unit is null
          then v.units_asked is null and (v.reported_by is null or v.reported_by <> all (${[...exceptBy]}::text[]))
          else v.reported_by = asked.unit end
      order by plans.end_of_period(v.period) desc, v.nature = 'working', v.vintage desc limit 1
    ) as found`.execute(db)
  const found = new Map(rows.map(({ at, ...figure }) => [Number(at) - 1, figure]))
  return asked.map((_, at) => found.get(at))
}
