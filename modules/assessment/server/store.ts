import { createHash } from 'node:crypto'
import { canonicalJson, type Reader, type Tables, type Transaction } from '@opensti/db'
import { conflict, notFound } from '@opensti/kernel'
import type { Selectable } from 'kysely'
import type { AssessmentFormula } from '../contract-formula.ts'

export type DecompositionRow = Selectable<Tables['assessment.decomposition']>
export type ShareRow = Selectable<Tables['assessment.share']>
export type ExerciseRow = Omit<Selectable<Tables['assessment.exercise']>, 'formula'> & { formula: AssessmentFormula }
export type InputRow = Selectable<Tables['assessment.input']>
export type AppealRow = Selectable<Tables['assessment.appeal']>

/** @throws `not_found` (404). */
export async function getDecomposition(db: Reader, id: string): Promise<DecompositionRow> {
  const row = await db.selectFrom('assessment.decomposition').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export function sharesOf(db: Reader, decompositionId: string): Promise<ShareRow[]> {
  return db
    .selectFrom('assessment.share')
    .selectAll()
    .where('decomposition_id', '=', decompositionId)
    .orderBy('position')
    .execute()
}

/** @throws `not_found` (404). */
export async function getExercise(db: Reader, id: string): Promise<ExerciseRow> {
  const row = await db.selectFrom('assessment.exercise').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return exerciseOf(row)
}

export function exerciseOf(row: Selectable<Tables['assessment.exercise']>): ExerciseRow {
  return { ...row, formula: row.formula as AssessmentFormula }
}

/** Assessed units in their order. */
export async function unitsOf(db: Reader, exerciseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('assessment.assessed_unit')
    .select('unit_id')
    .where('exercise_id', '=', exerciseId)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.unit_id)
}

/** @throws `moved_meanwhile` (409) when someone has been first. */
export function refuseOvertaken(row: { version: number }, version: number): void {
  if (row.version === version) return
  throw conflict(
    'moved_meanwhile',
    { zh: '刚刚有别人改过。', en: 'Someone has just changed this.' },
    { remedy: { zh: '请刷新，看现在是什么样。', en: 'Reload to see how it is now.' } },
  )
}

interface Moved {
  subject: 'decomposition' | 'exercise'
  row: { id: string; version: number; state: string }
  verb: string
  to: string
  text: string | null
  personId: string | null
  at: Date
}

/** Notes what was done; the number is the version that it was done to. */
export async function noteMove(tx: Transaction, { subject, row, verb, to, text, personId, at }: Moved): Promise<void> {
  await tx
    .insertInto('assessment.move')
    .values({
      subject,
      subject_id: row.id,
      number: row.version,
      verb,
      from_state: row.state,
      to_state: to,
      text,
      person_id: personId,
      at,
    })
    .execute()
}

/** SHA-256 over canonical JSON, in hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
