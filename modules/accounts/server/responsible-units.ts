import type { Reader } from '@opensti/db'
import { responsibleAt } from '@opensti/regions'
import { today } from './unit-names.ts'

export interface GivenTask {
  unitId: string
  /** The function for whose sake the unit was named; the task follows it. */
  functionId?: string | null
  /** When the task was given. */
  since: string
}

/** Who answers on a day (default today) for what was once given to a unit. Several after a split. */
export async function responsibleUnits(db: Reader, task: GivenTask, date = today()): Promise<string[]> {
  const [units] = await responsibleForAll(db, [task], date)
  return units ?? [task.unitId]
}

/** The same for many tasks with one look at the changes. Answers stand in the order of the tasks. */
export async function responsibleForAll(db: Reader, tasks: readonly GivenTask[], date = today()): Promise<string[][]> {
  const changes = await readChanges(db)
  return tasks.map((task) =>
    responsibleAt({ unit: task.unitId, function: task.functionId ?? undefined }, task.since, date, changes),
  )
}

async function readChanges(db: Reader): Promise<Parameters<typeof responsibleAt>[3]> {
  const rows = await db.selectFrom('accounts.unit_change').selectAll().orderBy('date').orderBy('id').execute()
  const sides = await db.selectFrom('accounts.unit_change_side').selectAll().orderBy('unit').execute()
  const moves = await db.selectFrom('accounts.unit_change_move').selectAll().execute()
  const unitsOf = (change: string, side: 'from' | 'to') =>
    sides.filter((row) => row.change === change && row.side === side).map(({ unit }) => unit)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    date: row.date,
    from: unitsOf(row.id, 'from'),
    to: unitsOf(row.id, 'to'),
    moves: moves
      .filter(({ change }) => change === row.id)
      .map((move) => ({ function: move.function, from: move.from_unit, to: move.to_unit })),
  }))
}
