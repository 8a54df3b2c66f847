import { type Formula, type Score, scoreOf } from '@opensti/assessment/contract-score'
import Big from 'big.js'
import type { Standing } from './exercise-life.ts'

/** What each standing counts, as a share of a line's weight; decimal text. */
export type Shares = Readonly<Record<Standing, string>>

/** What is proposed; whoever sets up an evaluation may change it until it opens. */
export const usualShares: Shares = { done: '1', 'on-course': '0.8', behind: '0.4', cannot: '0' }

export interface WeighedLine {
  id: string
  weight: string
  /** As supervision sees it; null while it has said nothing. */
  standing: Standing | null
}

const grades: Formula['grades'] = [
  { names: { zh: '优秀', en: 'Excellent' }, from: '90' },
  { names: { zh: '良好', en: 'Good' }, from: '75' },
  { names: { zh: '合格', en: 'Passed' }, from: '60' },
  { names: { zh: '不合格', en: 'Failed' }, from: '0' },
]

/** All weights of an evaluation together. */
export const fullWeight = '100'

/**
 * The score of a plan: weight times the share of its standing, summed exactly. Lines without a standing are left out and
 * their weight is spread over the others. Null while no line with a weight has a standing.
 */
export function planScore(lines: readonly WeighedLine[], shares: Shares): Score | null {
  if (!lines.some((line) => line.standing !== null && Big(line.weight).gt(0))) return null
  const cite = { document: '', article: '' }
  const formula: Formula = {
    parts: lines.map(({ id, weight }) => ({ code: id, names: { zh: id, en: id }, weight, cap: '1', cite })),
    deductions: [],
    vetoes: [],
    grades,
    decimals: 2,
  }
  const achieved = Object.fromEntries(lines.map(({ id, standing }) => [id, standing && shares[standing]]))
  return scoreOf(formula, { achieved, happened: {}, vetoed: [] })
}

/** What all weights come to, as decimal text. */
export function sumOfWeights(weights: readonly string[]): string {
  return weights.reduce((sum, weight) => sum.plus(weight), Big(0)).toString()
}

/** A weight shared out evenly to hundredths; the first ones carry what is left, so that the sum is exact. */
export function spreadEvenly(whole: number, count: number): string[] {
  const cents = whole * 100
  const [each, left] = [Math.floor(cents / count), cents % count]
  return Array.from({ length: count }, (_, at) =>
    Big(each + (at < left ? 1 : 0))
      .div(100)
      .toString(),
  )
}

/** Usual weights: 60 for the indicators and 40 for the tasks; all of it for one kind where there is no other. */
export function usualWeights(indicators: number, tasks: number): { indicators: string[]; tasks: string[] } {
  if (indicators === 0) return { indicators: [], tasks: spreadEvenly(100, tasks) }
  if (tasks === 0) return { indicators: spreadEvenly(100, indicators), tasks: [] }
  return { indicators: spreadEvenly(60, indicators), tasks: spreadEvenly(40, tasks) }
}
