import { type UnitDirectory, unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { type Clock, notFound } from '@opensti/kernel'
import { sql } from 'kysely'
import type { UnitView } from '../../contract.ts'
import { assessPlan, getRegionRow, type Viewer, visiblePlans } from './ledger.ts'
import { documentTitles, planRef, regionRef } from './rows.ts'
import { taskRows, unitNames } from './units.ts'

/** One government unit: its names over time, what it handed on and took over, and all that plans ask of it. */
export async function getUnitView(db: Reader, clock: Clock, id: string, viewer: Viewer): Promise<UnitView> {
  const directory = await unitDirectory(db)
  const unit = directory.find(id)
  if (!unit) throw notFound()
  const name = await unitNames(db)
  const region = await getRegionRow(db, unit.regionId)
  const plans = await visiblePlans(db, viewer)
  const today = clock.now().toISOString().slice(0, 10)
  const tasks = await tasksOf(db, directory, id, plans, today)
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
    leads: tasks.leads,
    joins: tasks.joins,
    indicators: await indicatorsOf(db, directory, id, viewer, plans, today),
  }
}

type UnitTasks = Pick<UnitView, 'leads' | 'joins'>

/** What plans give to the unit by name, and what they gave to others whose work it has taken over since. */
async function tasksOf(
  db: Reader,
  directory: UnitDirectory,
  id: string,
  plans: Awaited<ReturnType<typeof visiblePlans>>,
  today: string,
): Promise<UnitTasks> {
  const name = await unitNames(db)
  const links = await db
    .selectFrom('plans.task_unit as link')
    .innerJoin('plans.task as task', 'task.id', 'link.task_id')
    .selectAll('task')
    .select(['link.role', 'link.unit_id', 'link.function_code'])
    .where('link.unit_id', 'in', [id, ...predecessorsOf(directory, id)])
    .orderBy('task.position')
    .orderBy('task.id')
    .orderBy('link.position')
    .execute()
  const rows = await taskRows(db, links)
  const tasks: UnitTasks = { leads: [], joins: [] }
  for (const [index, task] of rows.entries()) {
    const link = links[index]!
    const plan = plans.find((one) => one.region_id === link.region_id && one.code === link.plan_code)
    if (!plan || link.unit_id === null) continue
    const given = { unitId: link.unit_id, functionCode: link.function_code, since: `${plan.start_year}` }
    const on = link.unit_id === id ? null : takenOverOn(directory, id, given, today)
    if (on === undefined) continue
    const list = link.role === 'lead' ? tasks.leads : tasks.joins
    let entry = list.find((one) => one.task.id === task.id)
    if (!entry) {
      entry = { task, plan: planRef(plan), movedFrom: [] }
      list.push(entry)
    }
    if (on !== null) entry.movedFrom.push({ from: name(link.unit_id), on })
  }
  return tasks
}

/** Every unit from which work may have come, step by step backwards. */
function predecessorsOf(directory: UnitDirectory, id: string): string[] {
  const found = new Set([id])
  for (const unit of found) {
    for (const change of directory.changesOf(unit)) {
      if (change.to.includes(unit)) for (const before of change.from) found.add(before)
    }
  }
  found.delete(id)
  return [...found]
}

/** The day on which a unit took over what a plan had given to another; undefined where it does not have it today. */
function takenOverOn(
  directory: UnitDirectory,
  id: string,
  given: { unitId: string; functionCode: string | null; since: string },
  today: string,
): string | undefined {
  const hasIt = (date: string) =>
    directory
      .successors(given.unitId, given.functionCode, given.since, date)
      .some((successor) => successor.unitId === id)
  if (!hasIt(today)) return undefined
  return directory
    .changesOf(id)
    .map((change) => change.on)
    .find(hasIt)
}

/** What plans hold the unit responsible for, by its name or by that of a unit whose work it has taken over since. */
async function indicatorsOf(
  db: Reader,
  directory: UnitDirectory,
  id: string,
  viewer: Viewer,
  plans: Awaited<ReturnType<typeof visiblePlans>>,
  today: string,
): Promise<UnitView['indicators']> {
  const name = await unitNames(db)
  const asked = [id, ...predecessorsOf(directory, id)]
  const rows = await db
    .selectFrom('plans.target')
    .select(['region_id', 'plan_code'])
    .distinct()
    .where(sql<boolean>`${asked} && responsible`)
    .orderBy('region_id')
    .orderBy('plan_code')
    .execute()
  const titles = await documentTitles(db)
  const found: UnitView['indicators'] = []
  for (const row of rows) {
    const plan = plans.find((one) => one.region_id === row.region_id && one.code === row.plan_code)
    if (!plan) continue
    for (const one of await assessPlan(db, plan, viewer, titles)) {
      const moves = one.responsible.flatMap((unitId) => {
        if (unitId === id) return { from: null, on: null }
        if (!asked.includes(unitId)) return []
        const on = takenOverOn(directory, id, { unitId, functionCode: null, since: `${plan.start_year}` }, today)
        return on === undefined ? [] : { from: name(unitId), on }
      })
      if (moves.length === 0) continue
      found.push({
        indicatorId: one.code,
        name: one.names,
        plan: planRef(plan),
        status: one.progress.status,
        movedFrom: moves.flatMap((move) => (move.from === null ? [] : move)),
      })
    }
  }
  return found
}
