import type { Reader } from '@opensti/db'
import { type Bilingual, endOfPeriod, type Period } from '@opensti/kernel'
import { nameOf } from './views/rows.ts'

/** A target of a plan with a number and a year, as other modules share it out or measure by it. */
export interface LedgerTarget {
  id: string
  regionId: string
  planCode: string
  planName: Bilingual
  indicatorCode: string
  indicatorName: Bilingual
  direction: 'higher' | 'lower'
  nature: 'stock' | 'flow' | 'cumulative' | 'rate' | 'rank' | 'yes-no'
  /** Decimal text. */
  value: string
  unit: string
  year: number
  responsible: string[]
}

/** Single numbers only: ranges, multiples and ranks cannot be shared out or divided by. */
export async function ledgerTargets(db: Reader, regionId: string): Promise<LedgerTarget[]> {
  const rows = await db
    .selectFrom('plans.target as t')
    .innerJoin('plans.plan as p', (on) =>
      on.onRef('p.region_id', '=', 't.region_id').onRef('p.code', '=', 't.plan_code'),
    )
    .innerJoin('plans.indicator as i', 'i.code', 't.indicator_code')
    .select(['t.id', 't.region_id', 't.plan_code', 't.indicator_code', 't.comparator', 't.value', 't.unit', 't.year'])
    .select(['t.responsible', 'p.names as plan_names', 'i.names', 'i.nature'])
    .where('t.region_id', '=', regionId)
    .where('t.kind', '=', 'target')
    .where('t.comparator', 'in', ['eq', 'ge', 'gt', 'le', 'lt', 'approx'])
    .where('t.value', '>', '0')
    .where('t.per_year', '=', false)
    .where('i.nature', 'not in', ['rank', 'yes-no'])
    .where('p.published_at', 'is not', null)
    .orderBy('p.start_year', 'desc')
    .orderBy('t.position')
    .execute()
  return rows.flatMap((row) =>
    row.year === null
      ? []
      : [
          {
            id: row.id,
            regionId: row.region_id,
            planCode: row.plan_code,
            planName: nameOf(row.plan_names),
            indicatorCode: row.indicator_code,
            indicatorName: nameOf(row.names),
            direction: ['le', 'lt'].includes(row.comparator) ? ('lower' as const) : ('higher' as const),
            nature: row.nature,
            value: row.value,
            unit: row.unit,
            year: row.year,
            responsible: row.responsible,
          },
        ],
  )
}

/** The latest word of the ledger on one figure: approved or public, whichever nature comes first. */
export interface LedgerFigure {
  id: string
  regionId: string
  indicatorCode: string
  period: Period
  value: string
  unit: string
  nature: 'working' | 'statistical'
  vintage: string
  reportedBy: string | null
  /** It is only the part of the unit that reported it, and says nothing of the region as a whole. */
  isPart: boolean
  reportedOn: string | null
}

/**
 * Figures of regions for some indicators, the newest first: later periods before earlier ones, statistical before working
 * figures, later vintages before those they replace.
 */
export async function ledgerFigures(
  db: Reader,
  { regionIds, indicatorCodes }: { regionIds: readonly string[]; indicatorCodes: readonly string[] },
): Promise<LedgerFigure[]> {
  if (regionIds.length === 0 || indicatorCodes.length === 0) return []
  const rows = await db
    .selectFrom('plans.value')
    .select(['id', 'region_id', 'indicator_code', 'period', 'value', 'unit', 'nature', 'vintage'])
    .select(['reported_by', 'reported_on', 'units_asked'])
    .where('region_id', 'in', [...new Set(regionIds)])
    .where('indicator_code', 'in', [...new Set(indicatorCodes)])
    .where('status', 'in', ['approved', 'published'])
    .where('comparator', '=', 'eq')
    .orderBy('vintage', 'desc')
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      regionId: row.region_id,
      indicatorCode: row.indicator_code,
      period: row.period,
      value: row.value,
      unit: row.unit,
      nature: row.nature,
      vintage: row.vintage,
      reportedBy: row.reported_by,
      isPart: row.units_asked !== null,
      reportedOn: row.reported_on,
    }))
    .sort(
      (a, b) =>
        endOfPeriod(b.period) - endOfPeriod(a.period) ||
        Number(a.nature === 'working') - Number(b.nature === 'working'),
    )
}
