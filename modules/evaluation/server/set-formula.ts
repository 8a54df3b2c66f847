import { unitDirectory } from '@opensti/accounts'
import { type Database, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, type ErrorDetail, unprocessable } from '@opensti/kernel'
import type { SetFormula } from '../contract.ts'
import { type ExerciseRow, getExercise, refuseOvertaken } from './store.ts'

/**
 * Sets what each line weighs, who answers for it and what each standing counts, as long as nothing has been published.
 *
 * @throws `formula_published` (409); `moved_meanwhile` (409); `formula_wrong` (422) for lines or units that do not fit.
 */
export async function setFormula(
  db: Database,
  actor: Actor,
  id: string,
  formula: SetFormula,
  requestId: string,
): Promise<void> {
  await transaction(db, 'evaluation.set-formula', async (tx) => {
    const exercise = await getExercise(tx, id)
    if (exercise.state !== 'preparing') throw published()
    refuseOvertaken(exercise, formula.version)
    await refuseWrong(tx, exercise, formula)
    await putFormula(tx, exercise, formula)
    await recordAudit(tx, {
      actor,
      action: 'evaluation.set-formula',
      region: exercise.region_id,
      object: { kind: 'evaluation', id },
      requestId,
      detail: { lines: formula.lines.length },
    })
  })
}

/** The weights themselves. */
export async function putFormula(
  tx: Transaction,
  exercise: ExerciseRow,
  { shares, lines }: Pick<SetFormula, 'shares' | 'lines'>,
): Promise<void> {
  for (const line of lines)
    await tx
      .updateTable('evaluation.line')
      .set({ weight: line.weight, unit_id: line.unitId })
      .where('exercise_id', '=', exercise.id)
      .where('id', '=', line.id)
      .execute()
  await tx
    .updateTable('evaluation.exercise')
    .set({ shares: json(shares), version: exercise.version + 1 })
    .where('id', '=', exercise.id)
    .execute()
}

async function refuseWrong(tx: Transaction, exercise: ExerciseRow, formula: SetFormula): Promise<void> {
  const rows = await tx.selectFrom('evaluation.line').select('id').where('exercise_id', '=', exercise.id).execute()
  const known = new Set(rows.map((row) => row.id))
  const directory = await unitDirectory(tx)
  const details: ErrorDetail[] = formula.lines.flatMap((line, at) => {
    const place = { row: at + 1 }
    if (!known.has(line.id))
      return [{ message: { zh: '这次评估没有这一行。', en: 'This evaluation has no such line.' }, place }]
    if (directory.find(line.unitId)?.regionId !== exercise.region_id)
      return [
        { message: { zh: `没有这个单位：${line.unitId}。`, en: `There is no such unit: ${line.unitId}.` }, place },
      ]
    return []
  })
  if (details.length === 0) return
  throw unprocessable(
    'formula_wrong',
    { zh: `有${details.length}行不对，没有保存。`, en: `${details.length} lines are wrong, so nothing was kept.` },
    { details: details.slice(0, 50) },
  )
}

function published() {
  return conflict(
    'formula_published',
    { zh: '权重已经公布，不能再改。', en: 'The weights have been published and stand still.' },
    { remedy: { zh: '如确需调整，请另建一次评估。', en: 'If they must change, set up another evaluation.' } },
  )
}
