import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import type { PlanIndicator, PlanRef, PlanView } from '../contract.ts'
import { type AsOf, assessPlan, getPlanRow, getRegionRow } from './views/ledger.ts'
import { elapsedToday, planIndicator } from './views/plan-view.ts'
import { documentTitles, figureOf, figureText, nameOf, planRef, regionRef } from './views/rows.ts'
import { taskRows, unitNames } from './views/units.ts'

/** What other modules need of a plan: its indicators with targets and values, and its tasks with their units. */
export interface PlanForStaff extends Pick<PlanView, 'plan' | 'region' | 'elapsed' | 'tasks'> {
  /** Each with the ids of the figures that it rests on. */
  indicators: (PlanIndicator & { restsOn: readonly string[] })[]
}

/**
 * A plan as the staff of its region see it, drafts and figures not yet public included, now or as it stood. One question after another, so that it can
 * be asked within a transaction.
 */
export async function getPlanForStaff(db: Reader, regionId: string, code: string, asOf?: AsOf): Promise<PlanForStaff> {
  const viewer = { insideRegions: [regionId] }
  const region = await getRegionRow(db, regionId)
  const plan = await getPlanRow(db, regionId, code, viewer)
  const assessed = await assessPlan(db, plan, viewer, await documentTitles(db), asOf)
  const unit = await unitNames(db)
  const tasks = await db
    .selectFrom('plans.task')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('plan_code', '=', code)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    plan: planRef(plan),
    region: regionRef(region),
    elapsed: elapsedToday(new Date(), plan.start_year, plan.end_year),
    indicators: assessed.map((one) => ({
      ...planIndicator(one, { zh: one.theme, en: one.theme }, unit),
      restsOn: one.restsOn,
    })),
    tasks: await taskRows(db, tasks),
  }
}

/** The plans of a region that run in a year, the newest first. */
export async function plansRunning(db: Reader, regionId: string, year: number): Promise<PlanRef[]> {
  const rows = await db
    .selectFrom('plans.plan')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('start_year', '<=', year)
    .where('end_year', '>=', year)
    .where('published_at', 'is not', null)
    .orderBy('start_year', 'desc')
    .orderBy('code')
    .execute()
  return rows.map(planRef)
}

/** Names of regions and plans that other modules show. */
export async function planNames(db: Reader, keys: readonly { regionId: string; planCode: string }[]) {
  const regions = await db.selectFrom('plans.region').select(['id', 'names']).execute()
  const codes = [...new Set(keys.map(({ planCode }) => planCode))]
  const plans =
    codes.length > 0 ? await db.selectFrom('plans.plan').selectAll().where('code', 'in', codes).execute() : []
  return {
    region: (id: string): Bilingual => nameOf(regions.find((row) => row.id === id)?.names ?? { zh: id, en: id }),
    plan: (regionId: string, code: string): PlanRef | undefined => {
      const row = plans.find((one) => one.region_id === regionId && one.code === code)
      return row && planRef(row)
    },
  }
}

/** A value of the ledger in words, where it belongs to this region and indicator. */
export async function findValueText(
  db: Reader,
  regionId: string,
  indicatorCode: string,
  id: string,
): Promise<Bilingual | undefined> {
  const row = await db
    .selectFrom('plans.value')
    .selectAll()
    .where('id', '=', id)
    .where('region_id', '=', regionId)
    .where('indicator_code', '=', indicatorCode)
    .executeTakeFirst()
  return row && figureText(figureOf(row), row.period)
}
