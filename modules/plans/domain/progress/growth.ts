import { endOfPeriod } from '@opensti/kernel'
import type { Progress } from '../../contract.ts'
import type { ActualFact, Rule } from './progress.ts'

interface Facts {
  rule: Rule
  latest: ActualFact
  goal: number
  /** The moment the target is due, in years. */
  due: number
  reached: boolean
  unit: string
  /** The start of the way, or else the earliest value before the latest one. */
  earlier: { value: number; at: number } | null
}

const paced: readonly Rule[] = ['at-least', 'at-most', 'multiple']

/** The change per year that the rest of the way needs, beside the one that was seen: a reader's own measure of far. */
export function growthOf({ rule, latest, goal, due, reached, unit, earlier }: Facts): Progress['growth'] {
  if (!paced.includes(rule)) return null
  // A share grows by points: "6 % more of 50 %" is read wrongly by everybody.
  const per = /[%‰]|百分点/.test(unit) ? 'points' : 'percent'
  const at = endOfPeriod(latest.period)
  const needed = reached ? null : perYear(per, latest.value, goal, due - at)
  const observed = earlier ? perYear(per, earlier.value, latest.value, at - earlier.at) : null
  return needed === null && observed === null ? null : { per, needed, observed }
}

function perYear(per: 'percent' | 'points', from: number, to: number, years: number): number | null {
  // Under half a year, a yearly rate would be mostly extrapolation.
  if (years < 0.5) return null
  if (per === 'points') return round((to - from) / years)
  return from > 0 && to > 0 ? round((to / from) ** (1 / years) - 1) : null
}

function round(value: number): number {
  return Number(value.toFixed(4))
}
