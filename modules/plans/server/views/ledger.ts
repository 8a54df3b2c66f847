import type { Reader } from '@opensti/db'
import { notFound, type Period, yearOf } from '@opensti/kernel'
import { statusKeys } from '@opensti/ui'
import { sql } from 'kysely'
import type { Name, Target } from '../../contract.ts'
import { rememberByState } from '../remember-by-state.ts'
import { type Assessed, assess } from './assess.ts'
import { isPublic } from './is-public.ts'
import { type DocumentTitles, nameOf, targetsOf } from './rows.ts'
import { withChanges } from './target-changes.ts'
import { currentValues, figuresBehind, valueColumns } from './values.ts'

/** Whose eyes a view is made for: insiders of the region also see drafts and values not yet published. */
export interface Viewer {
  insideRegions: readonly string[]
}

export const publicViewer: Viewer = { insideRegions: [] }

export function isInside(viewer: Viewer, regionId: string): boolean {
  return viewer.insideRegions.includes(regionId)
}

export async function getRegionRow(db: Reader, id: string) {
  const row = await db.selectFrom('plans.region').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** A plan as the viewer may see it; a draft does not exist for the public. */
export async function getPlanRow(db: Reader, regionId: string, code: string, viewer: Viewer) {
  const row = await db
    .selectFrom('plans.plan')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('code', '=', code)
    .executeTakeFirst()
  if (!row || (row.published_at === null && !isInside(viewer, regionId))) throw notFound()
  return row
}

export async function visiblePlans(db: Reader, viewer: Viewer, regionIds?: readonly string[]) {
  let query = db
    .selectFrom('plans.plan')
    .selectAll()
    .orderBy('end_year', 'desc')
    .orderBy('start_year', 'desc')
    .orderBy('code')
  if (regionIds) query = query.where(sql<boolean>`region_id = any (${[...regionIds]}::text[])`)
  const rows = await query.execute()
  return rows.filter((row) => row.published_at !== null || isInside(viewer, row.region_id))
}

/** Values that the viewer may see: the public only what is published. */
export async function visibleValues(db: Reader, regionId: string, viewer: Viewer, indicatorCodes?: readonly string[]) {
  let query = db.selectFrom('plans.value').select(valueColumns).where('region_id', '=', regionId)
  if (indicatorCodes) query = query.where(sql<boolean>`indicator_code = any (${[...indicatorCodes]}::text[])`)
  if (!isInside(viewer, regionId)) query = query.where(isPublic('plans.value'))
  else query = query.where('status', 'in', ['approved', 'published'])
  return query.orderBy('period').execute()
}

export interface AssessedIndicator extends Assessed {
  code: string
  names: Name
  unit: string
  theme: string
  binding: boolean
  responsible: string[]
  targets: Target[]
  /** Ids of the figures of the ledger that the assessment rests on. */
  restsOn: string[]
}

/** The ledger as it stood: periods until the end of a year, vintages until a day; without a day, all there are. */
export interface AsOf {
  year: number
  day: string | null
}

interface PlanToAssess {
  region_id: string
  code: string
  start_year: number
  end_year: number
}

/** Every indicator that a plan sets a figure for, with how far it is, in the plan's order. Made once for all views of a ledger. */
export function assessPlan(
  db: Reader,
  plan: PlanToAssess,
  viewer: Viewer,
  titles: DocumentTitles,
  asOf?: AsOf,
): Promise<readonly AssessedIndicator[]> {
  if (asOf) return assessAnew(db, plan, viewer, titles, asOf)
  const eyes = isInside(viewer, plan.region_id) ? 'inside' : 'public'
  return rememberByState(db, `plan ${plan.region_id}/${plan.code} ${eyes}`, () => assessAnew(db, plan, viewer, titles))
}

async function assessAnew(
  db: Reader,
  plan: PlanToAssess,
  viewer: Viewer,
  titles: DocumentTitles,
  asOf?: AsOf,
): Promise<AssessedIndicator[]> {
  const rows = await db
    .selectFrom('plans.target')
    .selectAll()
    .where('region_id', '=', plan.region_id)
    .where('plan_code', '=', plan.code)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const targets = await withChanges(db, rows)
  const codes = [...new Set(targets.map((target) => target.indicator_code))]
  if (codes.length === 0) return []
  const indicators = await db.selectFrom('plans.indicator').selectAll().where('code', 'in', codes).execute()
  const visible = await visibleValues(db, plan.region_id, viewer, codes)
  const then = asOf ? visible.filter((value) => stoodThen(value, asOf)) : visible
  const values = Map.groupBy(then, (value) => value.indicator_code)
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  return codes.map((code) => {
    const indicator = byCode.get(code)!
    const rows = targets.filter((target) => target.indicator_code === code)
    const own = rows.flatMap((row) => targetsOf(row, titles))
    const figures = values.get(code) ?? []
    const { current } = currentValues(figures, titles, indicator.sum_of_units)
    const path = (rows.find((row) => row.path !== null)?.path ?? null) as 'linear' | 'compound' | 'none' | null
    const assessed = assess(
      own,
      current,
      { startYear: plan.start_year, endYear: plan.end_year },
      facts(indicator),
      path,
    )
    return {
      ...assessed,
      code,
      names: nameOf(indicator.names),
      unit: indicator.unit,
      theme: rows.find((row) => row.theme)?.theme ?? indicator.theme,
      binding: (rows.find((row) => row.binding)?.binding ?? indicator.binding) === 'binding',
      responsible: [...new Set(rows.flatMap((row) => row.responsible))],
      targets: own,
      restsOn: assessed.rests.flatMap((value) => figuresBehind(value, figures)),
    }
  })
}

function stoodThen({ period, vintage }: { period: string; vintage: string }, { year, day }: AsOf): boolean {
  return yearOf(period as Period) <= year && (day === null || vintage <= day)
}

export function facts(indicator: { unit: string; polarity: string; nature: string }) {
  return {
    unit: indicator.unit,
    polarity: indicator.polarity as 'higher' | 'lower' | 'neutral',
    nature: indicator.nature as 'stock' | 'flow' | 'cumulative' | 'rate' | 'rank' | 'yes-no',
  }
}

/** Themes by code, the region's own before those it inherits. */
export async function themeNames(db: Reader): Promise<ReadonlyMap<string, Name>> {
  const rows = await db.selectFrom('plans.theme').select(['code', 'names']).execute()
  return new Map(rows.map((row) => [row.code, nameOf(row.names)]))
}

export function countByStatus(assessed: readonly { progress: { status: string } }[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(statusKeys.map((status) => [status, 0]))
  for (const one of assessed) counts[one.progress.status] = (counts[one.progress.status] ?? 0) + 1
  return counts
}
