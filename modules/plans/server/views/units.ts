import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { PlanTaskRow, UnitRef } from '../../contract.ts'
import { nameOf, placeText } from './rows.ts'

/** Names of units for a screen, from the module that keeps them. A unit nobody knows is shown by the name the document gives. */
export async function unitNames(db: Reader): Promise<(id: string | null, fallback?: string) => UnitRef> {
  const directory = await unitDirectory(db)
  return (id, fallback) => {
    const unit = id === null ? undefined : directory.find(id)
    if (unit) return { id: unit.id, name: unit.name, shortName: unit.shortName }
    const name = fallback ?? id ?? ''
    return { id: id ?? '', name: { zh: name, en: name }, shortName: { zh: name, en: name } }
  }
}

interface TaskRow {
  id: string
  parent_id: string | null
  number: string
  title: unknown
  depth: number
}

/** Task rows with their units, in the order of the tasks given. */
export async function taskRows(
  db: Reader,
  tasks: readonly TaskRow[],
): Promise<(PlanTaskRow & { others: UnitRef[] })[]> {
  if (tasks.length === 0) return []
  const name = await unitNames(db)
  const links = await db
    .selectFrom('plans.task_unit')
    .selectAll()
    .where(
      'task_id',
      'in',
      tasks.map((task) => task.id),
    )
    .orderBy('position')
    .execute()
  const inRole = (task: string, role: string) =>
    links
      .filter((link) => link.task_id === task && link.role === role)
      .map((link) => name(link.unit_id, link.unit_name))
  return tasks.map((task) => ({
    id: task.id,
    parentId: task.parent_id,
    number: placeText(task.number),
    title: nameOf(task.title),
    depth: task.depth,
    lead: inRole(task.id, 'lead'),
    coop: inRole(task.id, 'coop'),
    others: inRole(task.id, 'other'),
  }))
}
