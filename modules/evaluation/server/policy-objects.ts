import type { Reader } from '@opensti/db'
import type { PolicyObject } from '@opensti/kernel'
import type { ExerciseState } from '../domain/exercise-life.ts'
import { isOpen } from './store.ts'

/** An evaluation, with every unit that is asked in it. */
export async function exerciseObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const row = await db
    .selectFrom('evaluation.exercise')
    .select(['region_id', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const sheets = await db.selectFrom('evaluation.sheet').select('unit_id').where('exercise_id', '=', id).execute()
  return { regionId: row.region_id, unitIds: sheets.map((sheet) => sheet.unit_id), state: row.state }
}

/** The sheet of one unit; once the evaluation is concluded it is closed, whoever has it. */
export async function sheetObject(db: Reader, exerciseId: string, unitId: string): Promise<PolicyObject | null> {
  const row = await db
    .selectFrom('evaluation.sheet as s')
    .innerJoin('evaluation.exercise as e', 'e.id', 's.exercise_id')
    .select(['e.region_id', 'e.state as exercise', 's.state', 's.unit_id'])
    .where('s.exercise_id', '=', exerciseId)
    .where('s.unit_id', '=', unitId)
    .executeTakeFirst()
  if (!row) return null
  return {
    regionId: row.region_id,
    unitIds: [row.unit_id],
    state: isOpen(row.exercise as ExerciseState) ? row.state : 'closed',
  }
}

/** A line is as its unit's sheet is. */
export async function lineObject(db: Reader, lineId: string): Promise<PolicyObject | null> {
  const line = await db
    .selectFrom('evaluation.line')
    .select(['exercise_id', 'unit_id'])
    .where('id', '=', lineId)
    .executeTakeFirst()
  return line ? sheetObject(db, line.exercise_id, line.unit_id) : null
}
