import type { Bilingual } from '@opensti/kernel'
import Big from 'big.js'

/** Where a rule of the assessment is written. */
export interface RuleCitation {
  document: string
  article: string
}

/** One part of the score: full points when it is fully achieved. */
export interface Part {
  code: string
  names: Bilingual
  /** Full points, decimal text. */
  weight: string
  /** Achievement counts up to this share of what was asked, e.g. `1` or `1.2`. */
  cap: string
  cite: RuleCitation
}

/** Points lost for each time something happened, up to a limit. */
export interface Deduction {
  code: string
  names: Bilingual
  points: string
  most: string
  cite: RuleCitation
}

/** 一票否决: if it happened, the grade is the lowest, whatever the points. */
export interface Veto {
  code: string
  names: Bilingual
  cite: RuleCitation
}

export interface Grade {
  names: Bilingual
  /** Lowest score of the grade, decimal text; grades stand from high to low and the last begins at 0. */
  from: string
}

/** A published formula. Anyone with it and the inputs gets the same score. */
export interface Formula {
  parts: readonly Part[]
  deductions: readonly Deduction[]
  vetoes: readonly Veto[]
  grades: readonly Grade[]
  /** Decimals of every published score. */
  decimals: number
}

/** What is known of one unit. A part without an achievement does not apply to it, and its weight is spread over the others. */
export interface Inputs {
  /** Share of what was asked that was achieved, decimal text, by part. */
  achieved: Readonly<Record<string, string | null>>
  /** How often it happened, by deduction. */
  happened: Readonly<Record<string, number>>
  /** Vetoes that apply, each with the paper that says so. */
  vetoed: readonly { code: string; because: RuleCitation }[]
}

export interface Score {
  parts: { code: string; weight: string; counted: string; points: string }[]
  deductions: { code: string; times: number; points: string }[]
  vetoes: readonly { code: string; because: RuleCitation }[]
  total: string
  grade: Bilingual
}

/**
 * The score of a unit, step by step and exact: decimals throughout, rounded half up once for each published number.
 *
 * @throws RangeError when no part applies, or the formula has no grades.
 */
export function scoreOf(formula: Formula, inputs: Inputs): Score {
  const applying = formula.parts.filter((part) => inputs.achieved[part.code] != null)
  const all = sum(formula.parts.map((part) => Big(part.weight)))
  const used = sum(applying.map((part) => Big(part.weight)))
  const lowest = formula.grades.at(-1)
  if (used.eq(0) || !lowest) throw new RangeError('An assessment needs a part that applies and at least one grade')
  const round = (value: Big) => value.round(formula.decimals, Big.roundHalfUp)

  const parts = applying.map((part) => {
    const achieved = Big(inputs.achieved[part.code] ?? 0)
    const counted = achieved.lt(0) ? Big(0) : achieved.gt(part.cap) ? Big(part.cap) : achieved
    const weight = Big(part.weight).times(all).div(used)
    return {
      code: part.code,
      weight: text(round(weight), formula),
      counted: counted.toString(),
      points: round(weight.times(counted)),
    }
  })
  const deductions = formula.deductions.flatMap((deduction) => {
    const times = inputs.happened[deduction.code] ?? 0
    if (times === 0) return []
    const lost = Big(deduction.points).times(times)
    return [{ code: deduction.code, times, points: round(lost.gt(deduction.most) ? Big(deduction.most) : lost) }]
  })
  const total = sum(parts.map((part) => part.points)).minus(sum(deductions.map((one) => one.points)))
  const shown = total.lt(0) ? Big(0) : total
  const reached = formula.grades.find((grade) => shown.gte(grade.from)) ?? lowest
  return {
    parts: parts.map((part) => ({ ...part, points: text(part.points, formula) })),
    deductions: deductions.map((one) => ({ ...one, points: text(one.points, formula) })),
    vetoes: inputs.vetoed,
    total: text(shown, formula),
    grade: inputs.vetoed.length > 0 ? lowest.names : reached.names,
  }
}

/** Equal scores share a place, and the place after them is left out: 1, 2, 2, 4. Vetoed units stand last, whatever their points. */
export function rank<One extends { score: Score }>(units: readonly One[]): (One & { place: number })[] {
  const before = (a: One, b: One) =>
    Math.sign(a.score.vetoes.length) - Math.sign(b.score.vetoes.length) || Big(b.score.total).cmp(Big(a.score.total))
  const ordered = [...units].sort(before)
  const ranked: (One & { place: number })[] = []
  for (const [at, one] of ordered.entries()) {
    const previous = ranked[at - 1]
    ranked.push({ ...one, place: previous && before(previous, one) === 0 ? previous.place : at + 1 })
  }
  return ranked
}

function sum(values: readonly Big[]): Big {
  return values.reduce((total, value) => total.plus(value), Big(0))
}

function text(value: Big, formula: Formula): string {
  return value.toFixed(formula.decimals)
}
