import type { Reader, Tables } from '@opensti/db'
import { type AppError, conflict, notFound } from '@opensti/kernel'
import type { Selectable } from 'kysely'
import type { ExerciseState, SheetState } from '../domain/exercise-life.ts'
import type { Shares } from '../domain/plan-score.ts'

export type ExerciseRow = Omit<Selectable<Tables['evaluation.exercise']>, 'state' | 'kind' | 'shares'> & {
  state: ExerciseState
  kind: 'yearly' | 'mid-term' | 'final'
  shares: Shares
}

export interface SheetRow {
  exercise_id: string
  unit_id: string
  state: SheetState
  version: number
  handed_in_at: Date | null
}

/** @throws `not_found` (404). */
export async function getExercise(db: Reader, id: string): Promise<ExerciseRow> {
  const row = await db.selectFrom('evaluation.exercise').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row as unknown as ExerciseRow
}

/** @throws `not_found` (404) when the unit is not asked in this evaluation. */
export async function getSheet(db: Reader, exerciseId: string, unitId: string): Promise<SheetRow> {
  const row = await db
    .selectFrom('evaluation.sheet')
    .selectAll()
    .where('exercise_id', '=', exerciseId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row as SheetRow
}

/** @throws `moved_meanwhile` (409) when someone has been first. */
export function refuseOvertaken(one: { version: number }, version: number): void {
  if (one.version !== version) throw movedMeanwhile()
}

export function movedMeanwhile(): AppError {
  return conflict(
    'moved_meanwhile',
    { zh: '您打开之后，已有人先办了一步。', en: 'Someone has been first since you opened this.' },
    { remedy: { zh: '请刷新，看现在到了哪一步。', en: 'Reload to see where it is now.' } },
  )
}

/** A sheet can be written while its unit has it and the evaluation is not concluded. */
export function isOpen(state: ExerciseState): boolean {
  return state === 'self-assessing' || state === 'reviewing'
}
