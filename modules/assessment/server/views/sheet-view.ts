import { regionWorkdays, unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { notFound, type PersonActor } from '@opensti/kernel'
import type { InputView, SheetView, Source } from '../../contract.ts'
import { missingInputs, workOut } from '../../domain/work-out.ts'
import { allInputs, counting, unitInputs } from '../inputs.ts'
import { getExercise, type InputRow, unitsOf } from '../store.ts'
import { appealViews } from './appeal-views.ts'
import { indicatorWords } from './assessment-views.ts'
import { rightsOf } from './rights.ts'

/** The score sheet of one unit: the formula, every input with its source and what it replaced, and what comes of it. */
export async function getSheetView(db: Reader, person: PersonActor, id: string, unitId: string): Promise<SheetView> {
  const row = await getExercise(db, id)
  const units = await unitsOf(db, id)
  if (!units.includes(unitId)) throw notFound()
  const all = await allInputs(db, id, unitId)
  const rows = counting(all)
  const inputs = unitInputs(rows)
  const missing = missingInputs(row.formula, inputs)
  const applies = row.formula.parts.some(({ code }) => inputs.parts[code]?.applies)
  const sheet = missing.length === 0 && applies ? workOut(row.formula, inputs) : null
  const result = await db
    .selectFrom('assessment.result')
    .select('place')
    .where('exercise_id', '=', id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  const rights = rightsOf(person, row)
  const open = row.state === 'frozen'
  return {
    assessmentId: id,
    regionId: row.region_id,
    title: row.title,
    period: row.period,
    state: row.state,
    unit: { id: unitId, name: (await unitDirectory(db)).find(unitId)?.name ?? { zh: unitId, en: unitId } },
    formula: row.formula,
    digest: row.digest,
    inputs: rows.map((one) => ({
      ...inputView(one),
      earlier: all.filter((before) => before.code === one.code && before.number < one.number).map(inputView),
    })),
    sheet: sheet && {
      lines: sheet.lines,
      deductions: sheet.deductions,
      total: sheet.total,
      grade: sheet.grade,
      vetoed: sheet.vetoes.length > 0,
    },
    missing,
    place: result?.place ?? null,
    of: units.length,
    lastAppealDay: row.appeals_until && (await regionWorkdays(db, row.region_id)).dayOf(row.appeals_until),
    appeals: await appealViews(db, id, [unitId], rights.leads),
    indicators: await indicatorWords(db, row.formula),
    verbs: [
      ...(open && rights.leads.has(unitId) ? (['appeal'] as const) : []),
      ...(open && rights.supervises ? (['answer'] as const) : []),
      ...(row.state === 'issued' && rights.supervises ? (['enter'] as const) : []),
    ],
  }
}

function inputView(row: InputRow): InputView {
  return {
    code: row.code,
    kind: row.kind,
    applies: row.applies,
    target: row.target,
    value: row.value,
    points: row.points,
    times: row.times,
    targetSource: row.target_source as Source | null,
    source: row.source as Source | null,
    reason: row.reason,
    at: row.at.toISOString(),
  }
}
