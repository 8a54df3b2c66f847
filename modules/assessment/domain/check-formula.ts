import type { Bilingual } from '@opensti/kernel'
import Big from 'big.js'
import type { AssessmentFormula } from '../contract-formula.ts'

export interface FormulaFault {
  field: string
  message: Bilingual
}

/** What keeps a formula from being published: weights that are not a hundred, codes twice, grades or steps out of order. */
export function formulaFaults(formula: AssessmentFormula): FormulaFault[] {
  return [...weightFaults(formula), ...codeFaults(formula), ...stepFaults(formula), ...gradeFaults(formula)]
}

function weightFaults({ parts }: AssessmentFormula): FormulaFault[] {
  const sum = parts.reduce((total, part) => total.plus(part.weight), Big(0))
  const faults = sum.eq(100)
    ? []
    : [fault('parts', `各项权重合计${sum}分，应为100分。`, `The weights add up to ${sum}, not to 100.`)]
  const nothing = parts.filter(({ weight }) => Big(weight).eq(0)).map(({ names }) => names)
  return [
    ...faults,
    ...nothing.map((names) => fault('parts', `“${names.zh}”没有权重。`, `“${names.en}” has no weight.`)),
  ]
}

function codeFaults({ parts, deductions, vetoes }: AssessmentFormula): FormulaFault[] {
  const seen = new Set<string>()
  return [...parts, ...deductions, ...vetoes].flatMap(({ code, names }) => {
    if (!seen.has(code)) {
      seen.add(code)
      return []
    }
    return [fault('parts', `“${names.zh}”的编码${code}用了两次。`, `The code ${code} of “${names.en}” is used twice.`)]
  })
}

function stepFaults({ parts }: AssessmentFormula): FormulaFault[] {
  return parts.flatMap(({ names, measure }) => {
    if (measure.kind === 'proportional' && Big(measure.cap).eq(0))
      return [fault('parts', `“${names.zh}”的封顶倍数是0。`, `The cap of “${names.en}” is 0.`)]
    if (measure.kind !== 'steps' || descends(measure.steps.map(({ from }) => from))) return []
    return [
      fault('parts', `“${names.zh}”的各档要从高到低排列。`, `The steps of “${names.en}” must go from high to low.`),
    ]
  })
}

function gradeFaults({ grades }: AssessmentFormula): FormulaFault[] {
  const faults = descends(grades.map(({ from }) => from))
    ? []
    : [fault('grades', '等次要从高到低排列。', 'Grades must go from high to low.')]
  if (Big(grades.at(-1)?.from ?? 1).eq(0)) return faults
  return [...faults, fault('grades', '最低等次要从0分起。', 'The lowest grade must begin at 0.')]
}

function descends(values: readonly string[]): boolean {
  return values.every((value, at) => at === 0 || Big(value).lt(values[at - 1] ?? 0))
}

function fault(field: string, zh: string, en: string): FormulaFault {
  return { field, message: { zh, en } }
}
