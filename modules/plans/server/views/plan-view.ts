import type { Reader } from '@opensti/db'
import type { Clock } from '@opensti/kernel'
import type { Name, PlanIndicator, PlanView } from '../../contract.ts'
import { disagreementsOf } from './disagreements.ts'
import { type AssessedIndicator, assessPlan, countByStatus, getRegionRow, themeNames, type Viewer } from './ledger.ts'
import { citationOf, type DocumentTitles, documentTitles, nameOf, planRef, regionRef } from './rows.ts'
import { taskRows, unitNames } from './units.ts'
import { getShownPlan } from './withdrawn-plan.ts'

/** The whole plan at a glance: every indicator with how far it is, every task with its units, what is lost, who disagrees. */
export async function getPlanView(
  db: Reader,
  clock: Clock,
  regionId: string,
  code: string,
  viewer: Viewer,
): Promise<PlanView> {
  const region = await getRegionRow(db, regionId)
  const plan = await getShownPlan(db, regionId, code, viewer)
  const titles = await documentTitles(db)
  const [assessed, themes, tasks, name] = await Promise.all([
    assessPlan(db, plan, viewer, titles),
    themeNames(db),
    db
      .selectFrom('plans.task')
      .selectAll()
      .where('region_id', '=', regionId)
      .where('plan_code', '=', code)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    unitNames(db),
  ])
  const ownThemes = new Map(
    (plan.themes as unknown as { id: string; names: unknown }[]).map((theme) => [theme.id, nameOf(theme.names)]),
  )
  return {
    plan: planRef(plan),
    region: regionRef(region),
    document: plan.document_code
      ? citationOf({ ...(plan.cite as object), document: plan.document_code }, titles)
      : null,
    published: plan.published_at !== null,
    elapsed: elapsedToday(clock.now(), plan.start_year, plan.end_year),
    counts: countByStatus(assessed.filter((one) => one.target !== null)) as PlanView['counts'],
    indicators: assessed.map((one) =>
      planIndicator(one, ownThemes.get(one.theme) ?? themes.get(one.theme) ?? { zh: one.theme, en: one.theme }, name),
    ),
    tasks: await taskRows(db, tasks),
    lost: await lostParts(db, regionId, code, titles),
    disagreements: await disagreementsOf(db, regionId, viewer, titles, {
      indicators: assessed.map((one) => one.code),
      document: plan.document_code,
    }),
  }
}

/** One row of a plan, as screens and other modules see it. */
export function planIndicator(
  one: AssessedIndicator,
  theme: Name,
  unit: Awaited<ReturnType<typeof unitNames>>,
): PlanIndicator {
  return {
    indicatorId: one.code,
    name: one.names,
    unit: one.target && one.target.comparator !== 'mul' ? one.target.unit : one.unit,
    theme,
    binding: one.binding,
    baseline: one.baseline,
    target: one.target,
    latest: one.latest,
    progress: one.progress,
    unitsResponsible: one.responsible.map((id) => unit(id)),
    series: one.series,
    seriesNature: one.seriesNature,
  }
}

async function lostParts(
  db: Reader,
  regionId: string,
  plan: string,
  titles: DocumentTitles,
): Promise<PlanView['lost']> {
  const rows = await db
    .selectFrom('plans.lost_part')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('plan_code', '=', plan)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ what: nameOf(row.names), citation: citationOf(row.cite, titles) }))
}

export function elapsedToday(now: Date, startYear: number, endYear: number): number {
  const start = Date.UTC(startYear, 0, 1)
  const end = Date.UTC(endYear + 1, 0, 1)
  return Math.min(1, Math.max(0, (now.getTime() - start) / (end - start)))
}
