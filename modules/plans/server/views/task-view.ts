import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { type Clock, notFound } from '@opensti/kernel'
import type { PlanTaskRow, TaskView } from '../../contract.ts'
import { assessPlan, getRegionRow, type Viewer } from './ledger.ts'
import { citationOf, documentTitles, nameOf, nameOrNull, placeText, planRef, regionRef } from './rows.ts'
import { taskRows, unitNames } from './units.ts'
import { getShownPlan } from './withdrawn-plan.ts'

/** One task: who the plan named for it, who does it today where functions have moved, and the indicators that show its success. */
export async function getTaskView(db: Reader, clock: Clock, id: string, viewer: Viewer): Promise<TaskView> {
  const task = await db.selectFrom('plans.task').selectAll().where('id', '=', id).executeTakeFirst()
  if (!task) throw notFound()
  const plan = await getShownPlan(db, task.region_id, task.plan_code, viewer)
  const region = await getRegionRow(db, task.region_id)
  const titles = await documentTitles(db)
  const siblings = await db
    .selectFrom('plans.task')
    .selectAll()
    .where('region_id', '=', task.region_id)
    .where('plan_code', '=', task.plan_code)
    .orderBy('position')
    .execute()
  const [own] = await taskRows(db, [task])
  const children: PlanTaskRow[] = await taskRows(
    db,
    siblings.filter((one) => one.parent_id === id),
  )
  const assessed = task.indicators.length > 0 ? await assessPlan(db, plan, viewer, titles) : []
  return {
    id,
    plan: planRef(plan),
    region: regionRef(region),
    number: placeText(task.number),
    title: nameOf(task.title),
    summary: nameOrNull(task.summary),
    parents: ancestors(siblings, task.parent_id),
    children,
    lead: own?.lead ?? [],
    coop: own?.coop ?? [],
    others: own?.others ?? [],
    moved: await movedUnits(db, clock, id, `${plan.start_year}`),
    indicators: assessed
      .filter((one) => task.indicators.includes(one.code))
      .map((one) => ({ indicatorId: one.code, name: one.names, status: one.progress.status })),
    citation: citationOf(task.cite, titles),
  }
}

function ancestors(
  tasks: readonly { id: string; parent_id: string | null; number: string; title: unknown }[],
  from: string | null,
): TaskView['parents'] {
  const parents: TaskView['parents'] = []
  for (let next = tasks.find((one) => one.id === from); next; next = tasks.find((one) => one.id === next?.parent_id)) {
    parents.unshift({ id: next.id, number: placeText(next.number), title: nameOf(next.title) })
  }
  return parents
}

/** Tasks follow the function: where the unit named in the plan has since handed it on, both are shown. */
async function movedUnits(db: Reader, clock: Clock, taskId: string, since: string): Promise<TaskView['moved']> {
  const directory = await unitDirectory(db)
  const name = await unitNames(db)
  const links = await db
    .selectFrom('plans.task_unit')
    .selectAll()
    .where('task_id', '=', taskId)
    .orderBy('role')
    .orderBy('position')
    .execute()
  const today = clock.now().toISOString().slice(0, 10)
  return links.flatMap((link) => {
    if (link.unit_id === null) return []
    return directory
      .successors(link.unit_id, link.function_code, since, today)
      .map((move) => ({ from: name(link.unit_id), to: name(move.unitId), on: move.on, note: move.note }))
  })
}
