import { createHash } from 'node:crypto'
import {
  canonicalJson,
  type Database,
  databaseNow,
  enqueue,
  recordAudit,
  type Transaction,
  transaction,
} from '@opensti/db'
import { type Actor, personOf, unprocessable } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import type { MoveEvaluation } from '../contract.ts'
import { type ExerciseState, type ExerciseVerb, exerciseLife } from '../domain/exercise-life.ts'
import { fullWeight, sumOfWeights } from '../domain/plan-score.ts'
import { conclusionOf } from './conclusion.ts'
import { missingOf } from './missing.ts'
import { readLines, readSheets } from './read-exercise.ts'
import { type ExerciseRow, getExercise, refuseOvertaken } from './store.ts'

/**
 * Moves an evaluation along: publishes its weights and asks the units, begins the review, concludes.
 *
 * @throws `moved_meanwhile` (409); `wrong_state` (409); `reason_missing` (422); `weights_wrong` (422) when they do not come to 100;
 *   `not_reviewed` (422) naming the lines of which supervision has said nothing; `sheets_missing` (422) when units have not
 *   handed in and no reason says why it is concluded all the same.
 */
export async function moveExercise(
  db: Database,
  actor: Actor,
  id: string,
  move: MoveEvaluation,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'evaluation.move-exercise', async (tx) => {
    const exercise = await getExercise(tx, id)
    refuseOvertaken(exercise, move.version)
    const state = await makeMove(tx, person.personId, exercise, move, await databaseNow(tx))
    await recordAudit(tx, {
      actor,
      action: 'evaluation.move-exercise',
      region: exercise.region_id,
      object: { kind: 'evaluation', id },
      requestId,
      detail: { verb: move.verb, from: exercise.state, to: state },
    })
  })
}

/** The move itself, at a moment. Answers with the new state. */
export async function makeMove(
  tx: Transaction,
  personId: string,
  exercise: ExerciseRow,
  { verb, reason }: { verb: ExerciseVerb; reason: string | null },
  at: Date,
): Promise<ExerciseState> {
  const state = stateAfter(exerciseLife, exercise.state, verb, reason)
  // First what a rival writes too: whoever is later begins again here, not at a sheet that is there already.
  await tx
    .updateTable('evaluation.exercise')
    .set({ version: exercise.version + 1 })
    .where('id', '=', exercise.id)
    .execute()
  const opened = verb === 'open' ? await open(tx, exercise, at) : {}
  const concluded = verb === 'conclude' ? await conclude(tx, exercise, reason, at) : null
  await tx
    .updateTable('evaluation.exercise')
    .set({ ...opened, ...concluded, state })
    .where('id', '=', exercise.id)
    .execute()
  if (concluded) await keepData(tx, exercise.id, concluded)
  await tx
    .insertInto('evaluation.move')
    .values({
      exercise_id: exercise.id,
      unit_id: '',
      number: exercise.version,
      verb,
      from_state: exercise.state,
      to_state: state,
      reason,
      person_id: personId,
      at,
    })
    .execute()
  return state
}

/** From here on the weights stand still; whoever has them and the standings gets the same score. */
async function open(tx: Transaction, exercise: ExerciseRow, at: Date) {
  const lines = await tx
    .selectFrom('evaluation.line')
    .select(['kind', 'code', 'unit_id', 'weight'])
    .where('exercise_id', '=', exercise.id)
    .orderBy('position')
    .execute()
  const sum = sumOfWeights(lines.map((line) => line.weight))
  if (sum !== fullWeight) throw weightsWrong(sum)
  await tx
    .insertInto('evaluation.sheet')
    .values([...new Set(lines.map((line) => line.unit_id))].map((unit_id) => ({ exercise_id: exercise.id, unit_id })))
    .execute()
  const formula = canonicalJson({ plan: exercise.plan_code, shares: exercise.shares, lines })
  return { opened_at: at, formula_digest: digestOf(formula) }
}

async function conclude(tx: Transaction, exercise: ExerciseRow, reason: string | null, at: Date) {
  const lines = await readLines(tx, exercise, at)
  const { notReviewed, notHandedIn } = await missingOf(tx, lines, await readSheets(tx, exercise.id))
  if (notReviewed.length > 0) throw notReviewedYet(notReviewed)
  if (notHandedIn.length > 0 && !reason?.trim()) throw sheetsMissing(notHandedIn)
  const data = canonicalJson(await conclusionOf(tx, exercise, lines, { reason, at }))
  return { concluded_at: at, data, data_digest: digestOf(data) }
}

/** The data are a paper too; the others are made of them once this has been kept. */
async function keepData(tx: Transaction, id: string, { data, data_digest }: { data: string; data_digest: string }) {
  const content = Buffer.from(data)
  await tx
    .insertInto('evaluation.paper')
    .values({ exercise_id: id, name: 'data', format: 'json', digest: data_digest, size: content.length, content })
    .execute()
  await enqueue(tx, { topic: 'evaluation.make-papers', payload: { evaluationId: id }, dedupeKey: id })
}

export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function weightsWrong(sum: string) {
  return unprocessable(
    'weights_wrong',
    {
      zh: `权重合计为${sum}，应为${fullWeight}。`,
      en: `The weights come to ${sum}; they should come to ${fullWeight}.`,
    },
    { remedy: { zh: '请调整权重后再启动。', en: 'Change the weights, then open it.' } },
  )
}

function notReviewedYet(titles: readonly { zh: string; en: string }[]) {
  return unprocessable(
    'not_reviewed',
    { zh: `还有${titles.length}项没有复核评价，不能定稿。`, en: `${titles.length} lines have not been reviewed.` },
    {
      details: titles.slice(0, 20).map((message) => ({ message })),
      remedy: { zh: '请督查人员逐项评价。', en: 'Supervision has to say how each stands.' },
    },
  )
}

function sheetsMissing(units: readonly { zh: string; en: string }[]) {
  return unprocessable(
    'sheets_missing',
    { zh: `还有${units.length}个单位没有提交自评。`, en: `${units.length} units have not handed in.` },
    {
      details: units.map((message) => ({ message })),
      remedy: {
        zh: '请催办；确需先定稿的，写明原因，报告中会列明。',
        en: 'Remind them; to conclude all the same, say why: the report will name it.',
      },
    },
  )
}
