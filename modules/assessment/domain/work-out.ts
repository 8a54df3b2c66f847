import type { Bilingual } from '@opensti/kernel'
import Big from 'big.js'
import type { AssessmentFormula, Measure } from '../contract-formula.ts'
import { type Formula, scoreOf } from './score.ts'

/** What is known of one unit for one part of the formula. A part that does not apply lends its weight to the others. */
export interface PartInput {
  applies: boolean
  target: string | null
  value: string | null
  /** Points that an assessor gave, for judged parts. */
  points: string | null
}

export interface UnitInputs {
  parts: Readonly<Record<string, PartInput>>
  /** How often it happened, by deduction. */
  happened: Readonly<Record<string, number>>
  /** Vetoes that apply, each with the paper that says so. */
  vetoed: readonly { code: string; because: { document: string; article: string } }[]
}

export interface SheetLine {
  code: string
  /** Share of the target that was achieved, four decimals; null for judged parts and those that do not apply. */
  ratio: string | null
  /** What of it counts. */
  counted: string | null
  /** The weight after spreading those that do not apply. */
  weight: string | null
  points: string | null
}

export interface Sheet {
  lines: SheetLine[]
  deductions: { code: string; times: number; points: string }[]
  vetoes: UnitInputs['vetoed']
  total: string
  grade: Bilingual
}

const ratioDecimals = 4

/** Parts that apply and still miss a figure, by code; with one of them there is no score. */
export function missingInputs(formula: AssessmentFormula, inputs: UnitInputs): string[] {
  return formula.parts.flatMap(({ code, measure }) => {
    const input = inputs.parts[code]
    if (!input) return [code]
    if (!input.applies) return []
    if (measure.kind === 'judged') return input.points === null ? [code] : []
    return input.value === null || input.target === null || Big(input.target).lte(0) ? [code] : []
  })
}

/**
 * The score sheet of a unit by the published formula: the same function in the server and in the browser of whoever
 * works it out again. Shares are rounded half up to four decimals, points to the decimals of the formula.
 *
 * @throws RangeError when a figure is missing or nothing applies.
 */
export function workOut(formula: AssessmentFormula, inputs: UnitInputs): Sheet {
  const missing = missingInputs(formula, inputs)
  if (missing.length > 0) throw new RangeError(`No figure yet for ${missing.join(', ')}`)
  const ratios = new Map(formula.parts.map(({ code, measure }) => [code, ratioOf(measure, inputs.parts[code])]))
  const achieved = Object.fromEntries(
    formula.parts.map((part) => [part.code, achievedOf(part, inputs.parts[part.code], ratios.get(part.code) ?? null)]),
  )
  const score = scoreOf(plainFormula(formula), { achieved, happened: inputs.happened, vetoed: inputs.vetoed })
  const byCode = new Map(score.parts.map((part) => [part.code, part]))
  const lines = formula.parts.map(({ code }) => {
    const part = byCode.get(code)
    return {
      code,
      ratio: ratios.get(code) ?? null,
      counted: part ? Big(part.counted).round(ratioDecimals, Big.roundHalfUp).toString() : null,
      weight: part?.weight ?? null,
      points: part?.points ?? null,
    }
  })
  return { lines, deductions: score.deductions, vetoes: score.vetoes, total: score.total, grade: score.grade }
}

function ratioOf(measure: Measure, input: PartInput | undefined): string | null {
  if (!input?.applies || measure.kind === 'judged' || input.value === null || input.target === null) return null
  const [top, bottom] = measure.direction === 'higher' ? [input.value, input.target] : [input.target, input.value]
  // Nothing at all of what should be little is as good as it gets.
  if (Big(bottom).eq(0)) return best(measure)
  return Big(top).div(bottom).round(ratioDecimals, Big.roundHalfUp).toFixed(ratioDecimals)
}

function best(measure: Exclude<Measure, { kind: 'judged' }>): string {
  return measure.kind === 'proportional' ? measure.cap : (measure.steps[0]?.from ?? '1')
}

/** The share of the weight that is earned, before the cap. */
function achievedOf(
  { weight, measure }: AssessmentFormula['parts'][number],
  input: PartInput | undefined,
  ratio: string | null,
): string | null {
  if (!input?.applies) return null
  if (measure.kind === 'judged')
    return Big(input.points ?? 0)
      .div(weight)
      .toString()
  if (ratio === null) return null
  if (measure.kind === 'proportional') return ratio
  return measure.steps.find(({ from }) => Big(ratio).gte(from))?.counts ?? '0'
}

function plainFormula(formula: AssessmentFormula): Formula {
  const parts = formula.parts.map(({ code, names, weight, cite, measure }) => ({
    code,
    names,
    weight,
    cite,
    cap: capOf(measure),
  }))
  return { ...formula, parts }
}

function capOf(measure: Measure): string {
  if (measure.kind === 'judged') return '1'
  if (measure.kind === 'proportional') return measure.cap
  const counts = measure.steps.map((step) => step.counts)
  return counts.reduce((most, one) => (Big(one).gt(most) ? one : most), '0')
}
