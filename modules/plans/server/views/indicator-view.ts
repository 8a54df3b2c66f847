import type { Reader } from '@opensti/db'
import { comparePeriods, notFound } from '@opensti/kernel'
import { sql } from 'kysely'
import type { IndicatorView } from '../../contract.ts'
import { assess } from './assess.ts'
import { disagreementsOf } from './disagreements.ts'
import { isPublic } from './is-public.ts'
import { facts, getRegionRow, themeNames, type Viewer, visiblePlans, visibleValues } from './ledger.ts'
import { documentTitles, nameOf, nameOrNull, planRef, regionRef, targetsOf } from './rows.ts'
import { withChanges } from './target-changes.ts'
import { taskRows, unitNames } from './units.ts'
import { currentValues, unitParts } from './values.ts'

/** Of how many periods a page shows each unit's part; all of them are in the files. */
const periodsOfParts = 5

/** One indicator in one region: what every plan wants of it, what became of it, and where each figure is written. */
export async function getIndicatorView(
  db: Reader,
  regionId: string,
  code: string,
  viewer: Viewer,
  partPeriods = periodsOfParts,
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
  const { current, replaced } = currentValues(valueRows, titles, indicator.sum_of_units)
  const unit = await unitNames(db)
  const byUnit = unitParts(valueRows, titles, indicator.sum_of_units, unit)
  const plansWithTargets = plans
    .map((plan) => ({ plan, rows: targetsInForce.filter((target) => target.plan_code === plan.code) }))
    .filter(({ rows }) => rows.length > 0)
  // An indicator that this region neither aims at nor measures has no page here.
  if (plansWithTargets.length === 0 && valueRows.length === 0) throw notFound()
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
    parts: byUnit.parts.slice(0, partPeriods),
    sumOfUnits: indicator.sum_of_units,
    responsible: [...new Set(plansWithTargets.flatMap(({ rows }) => rows.flatMap((row) => row.responsible)))].map(
      (id) => unit(id),
    ),
    tasks: await tasksOf(db, regionId, code, plans),
    revisions: [...replaced, ...byUnit.replaced].sort((a, b) => comparePeriods(a.period, b.period)),
    disagreements: await disagreementsOf(db, regionId, viewer, titles, { indicators: [code] }),
    comparableRegions: await regionsWithValues(db, indicator, regionId),
  }
}

/** Tasks that public plans, or those the viewer may see, tie to the indicator. */
async function tasksOf(
  db: Reader,
  regionId: string,
  code: string,
  plans: Awaited<ReturnType<typeof visiblePlans>>,
): Promise<IndicatorView['tasks']> {
  const rows = await db
    .selectFrom('plans.task')
    .selectAll()
    .where('region_id', '=', regionId)
    .where(sql<boolean>`indicators @> ${[code]}::text[]`)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const tasks = await taskRows(db, rows)
  return plans.flatMap((plan) =>
    tasks
      .filter((_, at) => rows[at]!.plan_code === plan.code)
      .map(({ others: _others, ...task }) => ({ plan: planRef(plan), task })),
  )
}

async function regionsWithValues(db: Reader, indicator: { code: string; sum_of_units: boolean }, except: string) {
  const rows = await db
    .selectFrom('plans.region')
    .selectAll()
    .where('id', '!=', except)
    .where('id', 'in', (query) =>
      query
        .selectFrom('plans.value')
        .select('region_id')
        .where('indicator_code', '=', indicator.code)
        .where((where) => where.or([where('units_asked', 'is', null), where.lit(indicator.sum_of_units)]))
        .where(isPublic('plans.value')),
    )
    .orderBy('position')
    .execute()
  return rows.map(regionRef)
}
