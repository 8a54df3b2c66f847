import type { Reader } from '@opensti/db'
import type { UnitInputs } from '../domain/work-out.ts'
import type { InputRow } from './store.ts'

/** All inputs of an assessment, or of one unit of it; the highest number of each line counts. */
export function allInputs(db: Reader, exerciseId: string, unitId?: string): Promise<InputRow[]> {
  return db
    .selectFrom('assessment.input')
    .selectAll()
    .where('exercise_id', '=', exerciseId)
    .$if(unitId !== undefined, (query) => query.where('unit_id', '=', unitId ?? ''))
    .orderBy('unit_id')
    .orderBy('code')
    .orderBy('number')
    .execute()
}

/** Of each line only what counts. */
export function counting(rows: readonly InputRow[]): InputRow[] {
  return [...new Map(rows.map((row) => [`${row.unit_id} ${row.code}`, row])).values()]
}

/** The inputs of one unit as the formula wants them. `rows` are those that count. */
export function unitInputs(rows: readonly InputRow[]): UnitInputs {
  const parts = rows.filter(({ kind }) => kind === 'part')
  const vetoed = rows.filter(({ kind, times }) => kind === 'veto' && times > 0)
  return {
    parts: Object.fromEntries(
      parts.map(({ code, applies, target, value, points }) => [code, { applies, target, value, points }]),
    ),
    happened: Object.fromEntries(
      rows.filter(({ kind }) => kind === 'deduction').map(({ code, times }) => [code, times]),
    ),
    vetoed: vetoed.map(({ code, source }) => ({ code, because: citeOf(source) })),
  }
}

function citeOf(source: unknown): { document: string; article: string } {
  const cite = source as { document?: string; article?: string } | null
  return { document: cite?.document ?? '', article: cite?.article ?? '' }
}

/** What a digest covers: everything a score is made of, by unit and line. */
export function digestible(rows: readonly InputRow[]) {
  return rows.map(({ unit_id, code, number, kind, applies, target, value, points, times, source, target_source }) => ({
    unit: unit_id,
    code,
    number,
    kind,
    applies,
    target,
    value,
    points,
    times,
    source,
    targetSource: target_source,
  }))
}
