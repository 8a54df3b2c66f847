import { regionWorkdays, unitDirectory } from '@opensti/accounts'
import { type Database, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, dayAfter, type ErrorDetail, personOf, unprocessable } from '@opensti/kernel'
import { indicatorNames } from '@opensti/plans'
import type { DraftAssessment, ReviseAssessment } from '../contract.ts'
import { formulaFaults } from '../domain/check-formula.ts'
import { daysOfPeriod } from '../domain/period-days.ts'
import { digestOf, getExercise, refuseOvertaken } from './store.ts'

/**
 * Writes down an assessment: its paper, formula, units and period. Nobody is bound by it before it is published.
 *
 * @throws `assessment_wrong` (422) naming each fault; `assessment_there` (409) for the same title in the same period.
 */
export async function createAssessment(
  db: Database,
  actor: Actor,
  regionId: string,
  wanted: DraftAssessment,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'assessment.create-assessment', async (tx) => {
    const made = await addAssessment(tx, person.personId, regionId, wanted)
    await recordAudit(tx, {
      actor,
      action: 'assessment.create-assessment',
      region: regionId,
      object: { kind: 'assessment', id: made.id },
      requestId,
      detail: { period: wanted.period, units: wanted.units.length },
    })
    return made
  })
}

/**
 * Changes what is not published yet.
 *
 * @throws as createAssessment, `moved_meanwhile` (409), `formula_published` (409).
 */
export async function reviseAssessment(
  db: Database,
  actor: Actor,
  id: string,
  wanted: ReviseAssessment,
  requestId: string,
): Promise<void> {
  personOf(actor)
  await transaction(db, 'assessment.revise-assessment', async (tx) => {
    const row = await getExercise(tx, id)
    refuseOvertaken(row, wanted.version)
    if (row.state !== 'draft') throw published()
    await refuseWrong(tx, row.region_id, wanted)
    await refuseSecond(tx, row.region_id, wanted, id)
    await tx
      .updateTable('assessment.exercise')
      .set({ ...(await columns(tx, row.region_id, wanted)), version: row.version + 1 })
      .where('id', '=', id)
      .execute()
    await tx.deleteFrom('assessment.assessed_unit').where('exercise_id', '=', id).execute()
    await putUnits(tx, id, wanted.units)
    await recordAudit(tx, {
      actor,
      action: 'assessment.revise-assessment',
      region: row.region_id,
      object: { kind: 'assessment', id },
      requestId,
      detail: { period: wanted.period, units: wanted.units.length },
    })
  })
}

/** The draft itself. */
export async function addAssessment(
  tx: Transaction,
  personId: string,
  regionId: string,
  wanted: DraftAssessment,
): Promise<{ id: string }> {
  await refuseWrong(tx, regionId, wanted)
  await refuseSecond(tx, regionId, wanted, null)
  const made = await tx
    .insertInto('assessment.exercise')
    .values({ region_id: regionId, made_by: personId, ...(await columns(tx, regionId, wanted)) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await putUnits(tx, made.id, wanted.units)
  return made
}

async function columns(tx: Transaction, regionId: string, wanted: DraftAssessment) {
  const days = await regionWorkdays(tx, regionId)
  const { first, after } = daysOfPeriod(wanted.period)
  const startOf = (day: string) => new Date(days.endOf(dayAfter(day, -1)).getTime() + 1)
  return {
    title: wanted.title,
    period: wanted.period,
    begins_at: startOf(first),
    ends_at: startOf(after),
    document: wanted.document,
    document_day: wanted.documentDay,
    formula: json(wanted.formula),
    digest: digestOf(wanted.formula),
    appeal_workdays: wanted.appealWorkdays,
  }
}

async function putUnits(tx: Transaction, id: string, units: readonly string[]): Promise<void> {
  await tx
    .insertInto('assessment.assessed_unit')
    .values(units.map((unit, position) => ({ exercise_id: id, unit_id: unit, position })))
    .execute()
}

async function refuseWrong(tx: Transaction, regionId: string, wanted: DraftAssessment): Promise<void> {
  const details: ErrorDetail[] = formulaFaults(wanted.formula).map(({ field, message }) => ({
    message,
    place: { field: `formula.${field}` },
  }))
  const say = (field: string, zh: string, en: string) => details.push({ message: { zh, en }, place: { field } })
  const directory = await unitDirectory(tx)
  for (const unit of new Set(wanted.units))
    if (directory.find(unit)?.regionId !== regionId)
      say('units', `没有这个单位：${unit}。`, `There is no such unit: ${unit}.`)
  if (new Set(wanted.units).size < wanted.units.length) say('units', '有单位列了两次。', 'A unit is listed twice.')
  const measured = wanted.formula.parts.flatMap(({ measure }) =>
    measure.kind === 'judged' ? [] : [measure.indicatorId],
  )
  const known = await indicatorNames(tx, measured)
  for (const code of new Set(measured))
    if (!known.has(code)) say('formula.parts', `台账里没有指标${code}。`, `The ledger has no indicator ${code}.`)
  if (details.length === 0) return
  throw unprocessable(
    'assessment_wrong',
    {
      zh: `有${details.length}处需要改正，没有保存。`,
      en: `${details.length} things are wrong, so nothing was saved.`,
    },
    { details },
  )
}

async function refuseSecond(
  tx: Transaction,
  regionId: string,
  { period, title }: DraftAssessment,
  id: string | null,
): Promise<void> {
  const same = await tx
    .selectFrom('assessment.exercise')
    .select('id')
    .where('region_id', '=', regionId)
    .where('period', '=', period)
    .where('title', '=', title)
    .where('state', '<>', 'withdrawn')
    .execute()
  if (same.every((one) => one.id === id)) return
  throw conflict(
    'assessment_there',
    { zh: '这一期已有同名的考核。', en: 'There is an assessment of this title and period already.' },
    { remedy: { zh: '请换一个名称，或在已有的考核上办理。', en: 'Choose another title, or go on with that one.' } },
  )
}

function published() {
  return conflict(
    'formula_published',
    { zh: '考核办法已经公布，不能再改。', en: 'The formula has been published and stands.' },
    { remedy: { zh: '需要改变时请撤销这次考核，另行公布。', en: 'Withdraw this assessment and publish another.' } },
  )
}
