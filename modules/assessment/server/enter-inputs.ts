import { type Database, databaseNow, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type ErrorDetail, personOf, unprocessable } from '@opensti/kernel'
import Big from 'big.js'
import type { InputEntry } from '../contract.ts'
import type { AssessmentFormula } from '../contract-formula.ts'
import { inputsFrozen } from './gather-inputs.ts'
import { allInputs, counting } from './inputs.ts'
import { type ExerciseRow, getExercise, unitsOf } from './store.ts'

/**
 * Enters what the ledger does not know: figures with their document, points with a reason, deductions and vetoes with the
 * paper that says so.
 *
 * @throws `inputs_frozen` (409); `inputs_wrong` (422) naming each line.
 */
export async function enterInputs(
  db: Database,
  actor: Actor,
  id: string,
  entries: readonly InputEntry[],
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'assessment.enter-inputs', async (tx) => {
    const row = await getExercise(tx, id)
    await putInputs(tx, person.personId, row, entries, await databaseNow(tx))
    await recordAudit(tx, {
      actor,
      action: 'assessment.enter-inputs',
      region: row.region_id,
      object: { kind: 'assessment', id },
      requestId,
      detail: { entries: entries.length },
    })
  })
}

/** The entries themselves, at a moment. What is as the ledger told it keeps the ledger for its source. */
export async function putInputs(
  tx: Transaction,
  personId: string,
  row: ExerciseRow,
  entries: readonly InputEntry[],
  at: Date,
): Promise<void> {
  if (row.state !== 'issued') throw inputsFrozen()
  const units = new Set(await unitsOf(tx, row.id))
  const details = entries.flatMap((entry, at) => entryFaults(row.formula, units, entry, at + 1))
  if (details.length > 0) throw inputsWrong(details)
  const known = new Map(counting(await allInputs(tx, row.id)).map((one) => [`${one.unit_id} ${one.code}`, one]))
  for (const entry of entries) {
    const before = known.get(`${entry.unitId} ${entry.code}`)
    const columns = inputColumns(row.formula, entry)
    const values = {
      ...columns,
      ...(same(before?.target, entry.target) && { target_source: jsonOrNull(before?.target_source) }),
      ...(same(before?.value, entry.value) && { source: jsonOrNull(before?.source) }),
      entered_by: personId,
      at,
    }
    await tx
      .insertInto('assessment.input')
      .values({ exercise_id: row.id, unit_id: entry.unitId, code: entry.code, ...values })
      .onConflict((clash) => clash.columns(['exercise_id', 'unit_id', 'code', 'number']).doUpdateSet(values))
      .execute()
  }
}

function same(before: string | null | undefined, now: string | null): boolean {
  return before != null && now !== null && Big(before).eq(now)
}

function jsonOrNull(value: unknown) {
  return value === null || value === undefined ? null : json(value)
}

/** An entry as a row keeps it; a target without a source of its own comes from the same paper as the figure. */
export function inputColumns(formula: AssessmentFormula, entry: Omit<InputEntry, 'unitId'>) {
  const source = entry.source ? json({ kind: 'document', ...entry.source }) : null
  return {
    kind: kindOf(formula, entry.code) ?? ('part' as const),
    applies: entry.applies,
    target: entry.target,
    value: entry.value,
    points: entry.points,
    times: entry.times,
    target_source: entry.target === null ? null : source,
    source: entry.value === null && entry.times === 0 ? null : source,
    reason: entry.reason,
  }
}

function kindOf({ parts, deductions, vetoes }: AssessmentFormula, code: string): 'part' | 'deduction' | 'veto' | null {
  if (parts.some((one) => one.code === code)) return 'part'
  if (deductions.some((one) => one.code === code)) return 'deduction'
  return vetoes.some((one) => one.code === code) ? 'veto' : null
}

/** What is wrong with one entry; `at` is its row. */
export function entryFaults(
  formula: AssessmentFormula,
  units: ReadonlySet<string>,
  entry: InputEntry,
  at: number,
): ErrorDetail[] {
  const details: ErrorDetail[] = []
  const say = (zh: string, en: string) => details.push({ message: { zh, en }, place: { field: entry.code, row: at } })
  const kind = kindOf(formula, entry.code)
  const part = formula.parts.find(({ code }) => code === entry.code)
  if (!units.has(entry.unitId)) say(`${entry.unitId}不在考核范围内。`, `${entry.unitId} is not assessed.`)
  if (kind === null) say(`办法里没有${entry.code}这一项。`, `The formula has no ${entry.code}.`)
  if (!entry.applies && !entry.reason) say('不适用要说明原因。', 'Say why it does not apply.')
  if (kind !== null && kind !== 'part' && entry.times > 0 && !entry.source)
    say('扣分和一票否决要写明依据文件和条款。', 'A deduction or veto names its document and article.')
  if (kind === 'veto' && entry.times > 1) say('一票否决记一次即可。', 'A veto counts once.')
  if (!part || !entry.applies) return details
  if (part.measure.kind === 'judged') {
    if (entry.points !== null && !entry.reason) say('评分要说明理由。', 'Points need a reason.')
    if (entry.points !== null && Big(entry.points).gt(part.weight))
      say(`评分不能超过${part.weight}分。`, `At most ${part.weight} points.`)
    return details
  }
  if (entry.points !== null) say('这一项按数据计分，不直接打分。', 'This part is worked out from figures, not judged.')
  if ((entry.value !== null || entry.target !== null) && !entry.source)
    say('数据要写明来自哪份文件。', 'Name the document that the figures come from.')
  if (entry.target !== null && Big(entry.target).eq(0)) say('目标值不能是0。', 'A target cannot be 0.')
  return details
}

export function inputsWrong(details: ErrorDetail[]) {
  return unprocessable(
    'inputs_wrong',
    {
      zh: `有${details.length}处需要改正，没有保存。`,
      en: `${details.length} things are wrong, so nothing was saved.`,
    },
    { details },
  )
}
