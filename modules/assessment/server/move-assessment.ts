import { regionWorkdays } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, dayAfter, type ErrorDetail, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import type { MoveAssessment } from '../contract.ts'
import { exerciseLife } from '../domain/exercise-life.ts'
import { missingInputs } from '../domain/work-out.ts'
import { allInputs, counting, digestible, unitInputs } from './inputs.ts'
import { digestOf, type ExerciseRow, getExercise, noteMove, refuseOvertaken, unitsOf } from './store.ts'
import { tellFormula, tellFrozen } from './tell-of-assessment.ts'

/**
 * Publishes the formula, freezes the inputs so that units can appeal, or withdraws.
 *
 * @throws `moved_meanwhile` (409); `wrong_state` (409); `reason_missing` (422); `period_begun` (422) when the formula would come
 *   after its period began; `period_runs` (422) and `inputs_missing` (422) when it is too early to freeze.
 */
export async function moveAssessment(
  db: Database,
  actor: Actor,
  id: string,
  deed: MoveAssessment,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'assessment.move-assessment', async (tx) => {
    const row = await getExercise(tx, id)
    refuseOvertaken(row, deed.version)
    const state = await carryAssessment(tx, person, row, deed, await databaseNow(tx))
    if (deed.verb === 'issue') await tellFormula(tx, row)
    if (deed.verb === 'freeze') await tellFrozen(tx, await getExercise(tx, id))
    await recordAudit(tx, {
      actor,
      action: 'assessment.move-assessment',
      region: row.region_id,
      object: { kind: 'assessment', id },
      requestId,
      detail: { verb: deed.verb, from: row.state, to: state },
    })
  })
}

/** The move itself, at a moment. Answers with the new state. */
export async function carryAssessment(
  tx: Transaction,
  person: PersonActor,
  row: ExerciseRow,
  deed: Omit<MoveAssessment, 'version'>,
  at: Date,
): Promise<string> {
  const state = stateAfter(exerciseLife, row.state, deed.verb, deed.text)
  if (deed.verb === 'issue' && at >= row.begins_at) throw periodBegun(row)
  await tx
    .updateTable('assessment.exercise')
    .set({
      state,
      version: row.version + 1,
      ...(deed.verb === 'issue' && { issued_at: at }),
      ...(deed.verb === 'freeze' && (await freezing(tx, row, at))),
    })
    .where('id', '=', row.id)
    .execute()
  await noteMove(tx, {
    subject: 'exercise',
    row,
    verb: deed.verb,
    to: state,
    text: deed.text,
    personId: person.personId,
    at,
  })
  return state
}

/** The time for appeals ends with the n-th working day after the day of freezing, by the region's calendar. */
async function freezing(tx: Transaction, row: ExerciseRow, at: Date) {
  if (at < row.ends_at) throw periodRuns(row)
  const rows = counting(await allInputs(tx, row.id))
  await refuseMissing(tx, row, rows)
  const days = await regionWorkdays(tx, row.region_id)
  const last = days.nth(row.appeal_workdays, dayAfter(days.dayOf(at)))
  return { frozen_at: at, inputs_digest: digestOf(digestible(rows)), appeals_until: days.endOf(last) }
}

async function refuseMissing(tx: Transaction, row: ExerciseRow, rows: ReturnType<typeof counting>): Promise<void> {
  const byUnit = Map.groupBy(rows, ({ unit_id }) => unit_id)
  const details: ErrorDetail[] = []
  for (const unit of await unitsOf(tx, row.id)) {
    const inputs = unitInputs(byUnit.get(unit) ?? [])
    for (const code of missingInputs(row.formula, inputs)) {
      const names = row.formula.parts.find((part) => part.code === code)?.names
      details.push({
        message: {
          zh: `${unit.split('/')[1]}缺“${names?.zh}”的数据。`,
          en: `${unit.split('/')[1]} misses the figure for “${names?.en}”.`,
        },
        place: { field: code },
      })
    }
    if (row.formula.parts.every(({ code }) => inputs.parts[code]?.applies === false))
      details.push({
        message: { zh: `${unit}没有一项适用。`, en: `No part applies to ${unit}.` },
        place: { field: 'units' },
      })
  }
  if (details.length === 0) return
  throw unprocessable(
    'inputs_missing',
    {
      zh: `还缺${details.length}项数据，不能固定。`,
      en: `${details.length} figures are missing, so nothing is frozen yet.`,
    },
    {
      details: details.slice(0, 50),
      remedy: {
        zh: '请补齐数据，或注明该项对这个单位不适用。',
        en: 'Enter them, or say that the part does not apply to the unit.',
      },
    },
  )
}

function periodBegun({ period }: ExerciseRow) {
  return unprocessable(
    'period_begun',
    {
      zh: `考核期${period}已经开始，办法要在考核期开始前公布。`,
      en: `The period ${period} has begun; a formula is published before it.`,
    },
    { remedy: { zh: '请改为下一个考核期。', en: 'Choose the next period.' } },
  )
}

function periodRuns({ period }: ExerciseRow) {
  return unprocessable(
    'period_runs',
    { zh: `考核期${period}还没有结束，不能固定数据。`, en: `The period ${period} is not over yet.` },
    { remedy: { zh: '请在考核期结束后固定数据。', en: 'Freeze the inputs after its end.' } },
  )
}
