import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import type { AnswerAppeal } from '../contract.ts'
import { appealLife } from '../domain/exercise-life.ts'
import { missingInputs } from '../domain/work-out.ts'
import { entryFaults, inputColumns, inputsWrong } from './enter-inputs.ts'
import { allInputs, counting, unitInputs } from './inputs.ts'
import { type AppealRow, getExercise } from './store.ts'
import { tellAnswered } from './tell-of-assessment.ts'

/**
 * Answers an appeal with a reason. When it is upheld the corrected figure stands beside the old one and counts from now on.
 *
 * @throws `not_found` (404); `appeal_answered` (409); `own_appeal` (422); `correction_missing` (422); `inputs_wrong` (422).
 */
export async function answerAppeal(
  db: Database,
  actor: Actor,
  id: string,
  answer: AnswerAppeal,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'assessment.answer-appeal', async (tx) => {
    const appeal = await tx.selectFrom('assessment.appeal').selectAll().where('id', '=', id).executeTakeFirst()
    if (!appeal) throw notFound()
    const region = await putAnswer(tx, person, appeal, answer, await databaseNow(tx))
    await tellAnswered(tx, appeal, answer.verb === 'uphold' ? 'upheld' : 'dismissed')
    await recordAudit(tx, {
      actor,
      action: 'assessment.answer-appeal',
      region,
      object: { kind: 'appeal', id },
      requestId,
      detail: { verb: answer.verb, unit: appeal.unit_id },
    })
  })
}

/** The answer itself, at a moment. Answers with the region. */
export async function putAnswer(
  tx: Transaction,
  person: PersonActor,
  appeal: AppealRow,
  answer: AnswerAppeal,
  at: Date,
): Promise<string> {
  if (appeal.state !== 'open') throw answered()
  if (appeal.asked_by === person.personId) throw ownAppeal()
  const state = stateAfter(appealLife, appeal.state, answer.verb, answer.reason)
  const row = await getExercise(tx, appeal.exercise_id)
  if (row.state !== 'frozen') throw answered()
  if (state === 'upheld') await correct(tx, person, appeal, answer, at)
  await tx
    .updateTable('assessment.appeal')
    .set({ state, answer_reason: answer.reason, answered_by: person.personId, answered_at: at })
    .where('id', '=', appeal.id)
    .execute()
  return row.region_id
}

async function correct(
  tx: Transaction,
  person: PersonActor,
  appeal: AppealRow,
  { correction, reason }: AnswerAppeal,
  at: Date,
): Promise<void> {
  if (!correction) throw correctionMissing()
  const { formula } = await getExercise(tx, appeal.exercise_id)
  const entry = { ...correction, unitId: appeal.unit_id, code: appeal.code, reason }
  const details = entryFaults(formula, new Set([appeal.unit_id]), entry, 1)
  if (details.length > 0) throw inputsWrong(details)
  const own = await allInputs(tx, appeal.exercise_id, appeal.unit_id)
  const before = own.findLast(({ code }) => code === appeal.code)
  await tx
    .insertInto('assessment.input')
    .values({
      exercise_id: appeal.exercise_id,
      unit_id: appeal.unit_id,
      code: appeal.code,
      // Number 0 belongs to what was frozen, even where that was nothing.
      number: (before?.number ?? 0) + 1,
      ...inputColumns(formula, entry),
      appeal_id: appeal.id,
      entered_by: person.personId,
      at,
    })
    .execute()
  const missing = missingInputs(formula, unitInputs(counting(await allInputs(tx, appeal.exercise_id, appeal.unit_id))))
  if (missing.length > 0) throw correctionMissing()
}

/** Whoever comes after the answer, or after the unit took its appeal back. */
export function answered() {
  return conflict(
    'appeal_answered',
    { zh: '这份申诉已经答复或撤回。', en: 'This appeal was answered or taken back already.' },
    { remedy: { zh: '请刷新，看现在是什么样。', en: 'Reload to see how it stands.' } },
  )
}

function ownAppeal() {
  return unprocessable('own_appeal', {
    zh: '自己提出的申诉要由别人答复。',
    en: 'Someone else must answer an appeal of your own.',
  })
}

function correctionMissing() {
  return unprocessable(
    'correction_missing',
    { zh: '申诉成立要写明更正后的数据。', en: 'Upholding an appeal needs the corrected figures.' },
    { remedy: { zh: '请填写更正后的目标值、完成值或评分。', en: 'Fill in the corrected target, figure or points.' } },
  )
}
