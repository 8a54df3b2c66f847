import type { Reader } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import type { IndicatorView } from '../../contract.ts'
import { assess } from './assess.ts'
import { disagreementsOf } from './disagreements.ts'
import { isPublic } from './is-public.ts'
import { facts, getRegionRow, themeNames, type Viewer, visiblePlans, visibleValues } from './ledger.ts'
import { currentValues, documentTitles, nameOf, nameOrNull, planRef, regionRef, targetsOf } from './rows.ts'
import { withChanges } from './target-changes.ts'

/** One indicator in one region: what every plan wants of it, what became of it, and where each figure is written. */
export async function getIndicatorView(
  db: Reader,
  regionId: string,
  code: string,
  viewer: Viewer,
): Promise<IndicatorView> {
  const region = await getRegionRow(db, regionId)
  const indicator = await db.selectFrom('plans.indicator').selectAll().where('code', '=', code).executeTakeFirst()
  if (!indicator) throw notFound()
  const [titles, themes, plans, targetRows, valueRows] = await Promise.all([
    documentTitles(db),
    themeNames(db),
    visiblePlans(db, viewer, [regionId]),
    db
      .selectFrom('plans.target')
      .selectAll()
      .where('region_id', '=', regionId)
      .where('indicator_code', '=', code)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    visibleValues(db, regionId, viewer, [code]),
  ])
  const targetsInForce = await withChanges(db, targetRows)
  const { current, replaced } = currentValues(valueRows, titles)
  const plansWithTargets = plans
    .map((plan) => ({ plan, rows: targetsInForce.filter((target) => target.plan_code === plan.code) }))
    .filter(({ rows }) => rows.length > 0)
  // An indicator that this region neither aims at nor measures has no page here.
  if (plansWithTargets.length === 0 && current.length === 0) throw notFound()
  return {
    id: indicator.code,
    region: regionRef(region),
    name: nameOf(indicator.names),
    unit: indicator.unit,
    definition: nameOrNull(indicator.definition),
    theme: themes.get(indicator.theme) ?? { zh: indicator.theme, en: indicator.theme },
    polarity: indicator.polarity as IndicatorView['polarity'],
    source: nameOrNull(indicator.source),
    frequency: indicator.frequency,
    computed: nameOrNull(indicator.computed),
    aliases: indicator.aliases,
    plans: plansWithTargets.map(({ plan, rows }) => {
      const targets = rows.flatMap((row) => targetsOf(row, titles))
      const path = (rows.find((row) => row.path !== null)?.path ?? null) as 'linear' | 'compound' | 'none' | null
      const period = { startYear: plan.start_year, endYear: plan.end_year }
      return {
        plan: planRef(plan),
        targets,
        progress: assess(targets, current, period, facts(indicator), path).progress,
      }
    }),
    values: current,
    revisions: replaced,
    disagreements: await disagreementsOf(db, regionId, viewer, titles, { indicators: [code] }),
    comparableRegions: await regionsWithValues(db, code, regionId),
  }
}

async function regionsWithValues(db: Reader, code: string, except: string) {
  const rows = await db
    .selectFrom('plans.region')
    .selectAll()
    .where('id', '!=', except)
    .where('id', 'in', (query) =>
      query
        .selectFrom('plans.value')
        .select('region_id')
        .where('indicator_code', '=', code)
        .where(isPublic('plans.value')),
    )
    .orderBy('position')
    .execute()
  return rows.map(regionRef)
}
