import { type Database, databaseNow, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, endOfPeriod, personOf, yearOf } from '@opensti/kernel'
import { type LedgerFigure, type LedgerTarget, ledgerFigures, ledgerTargets } from '@opensti/plans'
import type { Source } from '../contract.ts'
import type { AssessmentFormula } from '../contract-formula.ts'
import { allInputs } from './inputs.ts'
import { type ExerciseRow, getExercise, type InputRow, unitsOf } from './store.ts'

/**
 * Takes targets and figures for every unit from the ledger: the share issued to the unit, else the plan's target it answers
 * for; and the latest locked figure that it reported for the period. What somebody entered by hand stays.
 *
 * @throws `inputs_frozen` (409).
 */
export async function gatherInputs(
  db: Database,
  actor: Actor,
  id: string,
  requestId: string,
): Promise<{ found: number }> {
  const person = personOf(actor)
  return transaction(db, 'assessment.gather-inputs', async (tx) => {
    const row = await getExercise(tx, id)
    if (row.state !== 'issued') throw inputsFrozen()
    const found = await takeFromLedger(tx, person.personId, row, await databaseNow(tx))
    await recordAudit(tx, {
      actor,
      action: 'assessment.gather-inputs',
      region: row.region_id,
      object: { kind: 'assessment', id },
      requestId,
      detail: { found },
    })
    return { found }
  })
}

type Measured = AssessmentFormula['parts'][number] & { measure: { indicatorId: string } }

/** The gathering itself. Answers with how many lines of sheets got something. */
export async function takeFromLedger(tx: Transaction, personId: string, row: ExerciseRow, at: Date): Promise<number> {
  const parts = row.formula.parts.filter((part): part is Measured => part.measure.kind !== 'judged')
  const figures = await ledgerFigures(tx, {
    regionIds: [row.region_id],
    indicatorCodes: parts.map(({ measure }) => measure.indicatorId),
  })
  const targets = await ledgerTargets(tx, row.region_id)
  const shares = await issuedShares(tx, row)
  const before = new Map((await allInputs(tx, row.id)).map((one) => [`${one.unit_id} ${one.code}`, one]))
  const made = (await unitsOf(tx, row.id)).flatMap((unit) =>
    parts.flatMap(({ code, measure }) => {
      const known = before.get(`${unit} ${code}`)
      if (known && isByHand(known)) return []
      const share = shares.find((one) => one.receiver_unit === unit && one.indicator_code === measure.indicatorId)
      const byHand = known && handTarget(known)
      const target = byHand ?? (share ? shareTarget(share) : planTarget(targets, unit, measure.indicatorId, row))
      const figure = figures.find(
        (one) =>
          one.indicatorCode === measure.indicatorId &&
          one.reportedBy === unit &&
          endOfPeriod(one.period) === endOfPeriod(row.period),
      )
      if (!target && !figure) return []
      return [{ unit, code, target, figure }]
    }),
  )
  for (const { unit, code, target, figure } of made) {
    const values = {
      target: target?.value ?? null,
      value: figure?.value ?? null,
      target_source: target ? json(target.source) : null,
      source: figure ? json(ledgerSource(figure)) : null,
      entered_by: personId,
      at,
    }
    await tx
      .insertInto('assessment.input')
      .values({ exercise_id: row.id, unit_id: unit, code, kind: 'part', ...values })
      .onConflict((clash) => clash.columns(['exercise_id', 'unit_id', 'code', 'number']).doUpdateSet(values))
      .execute()
  }
  return made.length
}

/** A figure, points or an exemption that somebody entered; it is not overwritten. */
function isByHand({ source, value, points, applies }: InputRow): boolean {
  return !applies || points !== null || (value !== null && (source as Source | null)?.kind === 'document')
}

/** A target that somebody entered with its document. */
function handTarget({ target, target_source }: InputRow): Goal | null {
  const source = target_source as Source | null
  return target !== null && source?.kind === 'document' ? { value: target, source } : null
}

function issuedShares(tx: Transaction, row: ExerciseRow) {
  return tx
    .selectFrom('assessment.share as s')
    .innerJoin('assessment.decomposition as d', 'd.id', 's.decomposition_id')
    .select(['s.receiver_unit', 's.amount', 'd.id', 'd.indicator_code', 'd.document'])
    .where('d.region_id', '=', row.region_id)
    .where('d.state', '=', 'issued')
    .where('d.year', '=', yearOf(row.period))
    .where('s.amount', 'is not', null)
    .execute()
}

interface Goal {
  value: string
  source: Source
}

function shareTarget(share: Awaited<ReturnType<typeof issuedShares>>[number]): Goal {
  return {
    value: share.amount ?? '',
    source: { kind: 'share', decompositionId: share.id, document: share.document ?? '' },
  }
}

/** A goal of the plan for the year of the assessment that this unit answers for. */
function planTarget(
  targets: readonly LedgerTarget[],
  unit: string,
  indicator: string,
  { period }: ExerciseRow,
): Goal | null {
  const found = targets.find(
    (one) => one.indicatorCode === indicator && one.year === yearOf(period) && one.responsible.includes(unit),
  )
  if (!found) return null
  return { value: found.value, source: { kind: 'plan', targetId: found.id, planName: found.planName } }
}

function ledgerSource({ id, period, nature, vintage, reportedOn }: LedgerFigure): Source {
  return { kind: 'ledger', valueId: id, period, nature, vintage, reportedOn }
}

export function inputsFrozen() {
  return conflict(
    'inputs_frozen',
    {
      zh: '数据只在办法公布之后、固定之前录入。',
      en: 'Inputs are entered after the formula is published and before they are frozen.',
    },
    { remedy: { zh: '固定之后，只有申诉成立才能更正。', en: 'Afterwards only an upheld appeal corrects them.' } },
  )
}
