import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, personOf, unprocessable } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import { sql } from 'kysely'
import type { MoveSheet } from '../contract.ts'
import { type SheetVerb, sheetLife } from '../domain/exercise-life.ts'
import { outOfTurn } from './save-assessments.ts'
import { type ExerciseRow, getExercise, getSheet, isOpen, refuseOvertaken, type SheetRow } from './store.ts'

/**
 * Hands a unit's sheet in, or sends it back for completion with a reason.
 *
 * @throws `moved_meanwhile` (409); `wrong_state` (409); `out_of_turn` (409); `reason_missing` (422); `lines_missing` (422) naming
 *   the lines of which the unit has said nothing.
 */
export async function moveSheet(
  db: Database,
  actor: Actor,
  where: { exerciseId: string; unitId: string },
  { verb, version, reason }: MoveSheet & { verb: SheetVerb },
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'evaluation.move-sheet', async (tx) => {
    const exercise = await getExercise(tx, where.exerciseId)
    const sheet = await getSheet(tx, exercise.id, where.unitId)
    refuseOvertaken(sheet, version)
    await makeSheetMove(tx, person.personId, exercise, sheet, { verb, reason }, await databaseNow(tx))
    await recordAudit(tx, {
      actor,
      action: 'evaluation.move-sheet',
      region: exercise.region_id,
      object: { kind: 'evaluation', id: exercise.id },
      requestId,
      detail: { verb, unit: where.unitId },
    })
  })
}

/** The move itself, at a moment. */
export async function makeSheetMove(
  tx: Transaction,
  personId: string,
  exercise: ExerciseRow,
  sheet: SheetRow,
  { verb, reason }: { verb: SheetVerb; reason: string | null },
  at: Date,
): Promise<void> {
  const state = stateAfter(sheetLife, sheet.state, verb, reason)
  if (!isOpen(exercise.state)) throw outOfTurn()
  if (verb === 'hand-in') await refuseGaps(tx, sheet)
  await tx
    .updateTable('evaluation.sheet')
    .set({ state, version: sheet.version + 1, handed_in_at: state === 'handed-in' ? at : null })
    .where('exercise_id', '=', sheet.exercise_id)
    .where('unit_id', '=', sheet.unit_id)
    .execute()
  await tx
    .insertInto('evaluation.move')
    .values({
      exercise_id: sheet.exercise_id,
      unit_id: sheet.unit_id,
      number: sheet.version,
      verb,
      from_state: sheet.state,
      to_state: state,
      reason,
      person_id: personId,
      at,
    })
    .execute()
}

/** A standing for every line; and for what is behind or cannot be done, words that say why. */
async function refuseGaps(tx: Transaction, sheet: SheetRow): Promise<void> {
  const { rows } = await sql<{ id: string; zh: string; en: string; standing: string | null; words: string | null }>`
    select l.id, l.title->>'zh' as zh, l.title->>'en' as en, a.standing, a.words
    from evaluation.line l
    left join lateral (
      select standing, words from evaluation.assessment where line_id = l.id and side = 'own' order by number desc limit 1
    ) as a on true
    where l.exercise_id = ${sheet.exercise_id} and l.unit_id = ${sheet.unit_id} order by l.position`.execute(tx)
  const details = rows.flatMap((row) => {
    const place = { field: row.id }
    if (!row.standing) return [{ message: { zh: `没有选进展：${row.zh}`, en: `No standing: ${row.en}` }, place }]
    if (row.standing !== 'done' && row.standing !== 'on-course' && !row.words)
      return [{ message: { zh: `没有说明原因：${row.zh}`, en: `No reason: ${row.en}` }, place }]
    return []
  })
  if (details.length === 0) return
  throw unprocessable(
    'lines_missing',
    {
      zh: `还有${details.length}行没有填完，没有提交。`,
      en: `${details.length} lines are not complete; nothing was handed in.`,
    },
    {
      details: details.slice(0, 30),
      remedy: {
        zh: '每行选一个进展；滞后和难以完成的要说明原因。',
        en: 'Choose a standing for every line; say why where it is behind or cannot be done.',
      },
    },
  )
}
