import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import type { MakeAppeal } from '../contract.ts'
import { type ExerciseRow, getExercise, unitsOf } from './store.ts'
import { tellAppealed } from './tell-of-assessment.ts'

/**
 * A unit objects to one line of its sheet, as long as the time for appeals runs.
 *
 * @throws `not_found` (404); `appeals_over` (409); `appeal_open` (409) while one about this line waits for its answer.
 */
export async function makeAppeal(
  db: Database,
  actor: Actor,
  id: string,
  unitId: string,
  wanted: MakeAppeal,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'assessment.make-appeal', async (tx) => {
    const row = await getExercise(tx, id)
    const made = await addAppeal(tx, person, row, unitId, wanted, await databaseNow(tx))
    await tellAppealed(tx, row, { id: made.id, unitId, code: wanted.code })
    await recordAudit(tx, {
      actor,
      action: 'assessment.make-appeal',
      region: row.region_id,
      object: { kind: 'appeal', id: made.id },
      requestId,
      detail: { unit: unitId, line: wanted.code },
    })
    return made
  })
}

/** The appeal itself, at a moment. */
export async function addAppeal(
  tx: Transaction,
  person: PersonActor,
  row: ExerciseRow,
  unitId: string,
  { code, reason }: MakeAppeal,
  at: Date,
): Promise<{ id: string }> {
  if (!(await unitsOf(tx, row.id)).includes(unitId)) throw notFound()
  if (row.state !== 'frozen' || !row.appeals_until || at > row.appeals_until) throw appealsOver()
  const { parts, deductions, vetoes } = row.formula
  if (![...parts, ...deductions, ...vetoes].some((one) => one.code === code)) throw noSuchLine(code)
  const open = await tx
    .selectFrom('assessment.appeal')
    .select('id')
    .where('exercise_id', '=', row.id)
    .where('unit_id', '=', unitId)
    .where('code', '=', code)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (open) throw appealOpen()
  return tx
    .insertInto('assessment.appeal')
    .values({ exercise_id: row.id, unit_id: unitId, code, reason, asked_by: person.personId, asked_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
}

function appealsOver() {
  return conflict(
    'appeals_over',
    { zh: '申诉期已经结束，或还没有开始。', en: 'The time for appeals is over, or has not begun.' },
    { remedy: { zh: '申诉期写在考核页面上方。', en: 'The screen of the assessment says when it is.' } },
  )
}

function appealOpen() {
  return conflict(
    'appeal_open',
    { zh: '这一项已有一份申诉在等答复。', en: 'An appeal about this line waits for its answer.' },
    { remedy: { zh: '请等答复后再申诉。', en: 'Wait for the answer first.' } },
  )
}

function noSuchLine(code: string) {
  return unprocessable('line_unknown', { zh: `办法里没有${code}这一项。`, en: `The formula has no ${code}.` })
}
