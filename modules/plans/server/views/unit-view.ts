import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import { sql } from 'kysely'
import type { UnitView } from '../../contract.ts'
import { assessPlan, getRegionRow, type Viewer, visiblePlans } from './ledger.ts'
import { documentTitles, planRef, regionRef } from './rows.ts'
import { taskRows, unitNames } from './units.ts'

/** One government unit: its names over time, what it handed on and took over, and all that plans ask of it. */
export async function getUnitView(db: Reader, id: string, viewer: Viewer): Promise<UnitView> {
  const directory = await unitDirectory(db)
  const unit = directory.find(id)
  if (!unit) throw notFound()
  const name = await unitNames(db)
  const region = await getRegionRow(db, unit.regionId)
  const plans = await visiblePlans(db, viewer)
  const planOf = (regionId: string, code: string) =>
    plans.find((plan) => plan.region_id === regionId && plan.code === code)
  const links = await db
    .selectFrom('plans.task_unit as link')
    .innerJoin('plans.task as task', 'task.id', 'link.task_id')
    .selectAll('task')
    .select('link.role')
    .where('link.unit_id', '=', id)
    .orderBy('task.position')
    .orderBy('task.id')
    .execute()
  const rows = await taskRows(db, links)
  const withPlan = rows.flatMap((task, index) => {
    const link = links[index]!
    const plan = planOf(link.region_id, link.plan_code)
    return plan ? [{ role: link.role, entry: { task, plan: planRef(plan) } }] : []
  })
  return {
    unit: { id: unit.id, name: unit.name, shortName: unit.shortName },
    region: regionRef(region),
    names: unit.names,
    shortForms: unit.shortForms,
    changes: directory.changesOf(id).map((change) => ({
      kind: change.kind,
      on: change.on,
      from: change.from.map((one) => name(one)),
      to: change.to.map((one) => name(one)),
      functions: change.functions,
      note: change.note,
      verified: region.invented ? 'invented' : change.verified,
    })),
    leads: withPlan.filter((one) => one.role === 'lead').map((one) => one.entry),
    joins: withPlan.filter((one) => one.role !== 'lead').map((one) => one.entry),
    indicators: await indicatorsOf(db, id, viewer, plans),
  }
}

async function indicatorsOf(
  db: Reader,
  unitId: string,
  viewer: Viewer,
  plans: Awaited<ReturnType<typeof visiblePlans>>,
): Promise<UnitView['indicators']> {
  const rows = await db
    .selectFrom('plans.target')
    .select(['region_id', 'plan_code'])
    .distinct()
    .where(sql<boolean>`${unitId} = any (responsible)`)
    .orderBy('region_id')
    .orderBy('plan_code')
    .execute()
  const titles = await documentTitles(db)
  const found: UnitView['indicators'] = []
  for (const row of rows) {
    const plan = plans.find((one) => one.region_id === row.region_id && one.code === row.plan_code)
    if (!plan) continue
    for (const one of await assessPlan(db, plan, viewer, titles)) {
      if (one.responsible.includes(unitId)) {
        found.push({ indicatorId: one.code, name: one.names, plan: planRef(plan), status: one.progress.status })
      }
    }
  }
  return found
}
