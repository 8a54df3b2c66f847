import { type Bilingual, endOfPeriod } from '@opensti/kernel'
import type { Progress } from '../../contract.ts'
import type { Comparator } from '../reading/model.ts'
import { describe, type Written } from './describe.ts'
import { elapsedAt, expectedAt, type Path, type PathShape } from './path.ts'
import { statusFrom } from './status.ts'

/** What a target asks for. Years are calendar years and hold at their end. */
export interface TargetFacts {
  comparator: Comparator
  value: number
  value2: number | null
  unit: string
  year: number | null
  startYear: number | null
  perYear: boolean
  path: PathShape | null
}

export interface ActualFact {
  value: number
  period: string
}

export interface ProgressFacts {
  target: TargetFacts | null
  baseline: { value: number; year: number | null } | null
  /** Values of the indicator in the target's unit, in time order. */
  actuals: readonly ActualFact[]
  polarity: 'higher' | 'lower' | 'neutral'
  nature: 'stock' | 'flow' | 'cumulative' | 'rate' | 'rank' | 'yes-no'
  plan: { startYear: number; endYear: number }
}

export type Rule = Progress['rule']

/** Which formula a target calls for. The choice depends on how it is worded and on what is counted, never on the result. */
export function ruleFor(target: TargetFacts, facts: Pick<ProgressFacts, 'polarity' | 'nature'>): Rule {
  if (facts.nature === 'yes-no') return 'yes-no'
  if (facts.nature === 'rank') return 'rank'
  if (target.comparator === 'range') return 'range'
  if (target.comparator === 'mul') return 'multiple'
  const overAPeriod = target.startYear !== null && !target.perYear && facts.nature === 'flow'
  if (target.comparator === 'inc' || overAPeriod) return 'cumulative'
  if (target.comparator === 'le' || target.comparator === 'lt' || facts.polarity === 'lower') return 'at-most'
  return 'at-least'
}

/** How far a target is, with the formula and every number that went into it. */
export function measureProgress(facts: ProgressFacts): Progress {
  const { target } = facts
  if (!target) return nothingToSay('at-least', { zh: '没有目标值，无法计算进度', en: 'No target, so no progress' })
  const rule = ruleFor(target, facts)
  const latest = latestFor(rule, facts)
  if (!latest) return nothingToSay(rule, { zh: '还没有可用的数据', en: 'No value yet' }, target)

  const goal = goalValue(rule, target, facts)
  if (goal === null)
    return nothingToSay(
      rule,
      { zh: '缺少基期数，翻番目标无法换算', en: 'A multiple needs its base, which is not stated' },
      target,
    )

  const at = endOfPeriod(latest.period)
  const path = pathOf(rule, goal, target, facts)
  const reached = isReached(rule, latest.value, goal, target)
  const hasPath = rule !== 'rank' && rule !== 'yes-no' && rule !== 'range'
  const expected = hasPath ? expectedAt(path, at) : null
  const done = doneShare(rule, latest.value, goal, path, facts.baseline !== null)
  const pace = expected === null ? (pathlessPace[rule] ?? null) : paceOf(latest.value, expected, path)
  const written: Written = { rule, target, goal, latest, path, baseline: facts.baseline, done }
  return {
    status: statusFrom({ reached, timeIsUp: at >= path.to.at, pace }),
    rule,
    path: hasPath ? path.shape : 'none',
    done: done === null ? null : round(done),
    elapsed: round(elapsedAt(path, at)),
    expectedNow: expected === null ? null : Number(expected.toPrecision(6)),
    ...describe(written),
  }
}

/** The number to reach, in the target's unit. */
function goalValue(rule: Rule, target: TargetFacts, facts: ProgressFacts): number | null {
  if (rule !== 'multiple') return target.value
  return facts.baseline ? facts.baseline.value * target.value : null
}

function pathOf(rule: Rule, goal: number, target: TargetFacts, facts: ProgressFacts): Path {
  const startOfPlan = target.startYear ?? facts.plan.startYear
  const to = { value: goal, at: (target.year ?? facts.plan.endYear) + 1 }
  // What is added up over a period starts at nothing when the period starts.
  if (rule === 'cumulative') return { shape: target.path ?? 'linear', from: { value: 0, at: startOfPlan }, to }
  const from = facts.baseline
    ? { value: facts.baseline.value, at: facts.baseline.year === null ? startOfPlan : facts.baseline.year + 1 }
    : { value: 0, at: startOfPlan }
  return { shape: target.path ?? 'linear', from, to }
}

/** The value to judge: the last one inside the plan's time; a sum of yearly amounts for what is added up. */
function latestFor(rule: Rule, facts: ProgressFacts): ActualFact | null {
  const { target, plan } = facts
  const first = target?.startYear ?? plan.startYear
  const end = (target?.year ?? plan.endYear) + 1
  const inTime = facts.actuals.filter(
    (actual) => endOfPeriod(actual.period) > first && endOfPeriod(actual.period) <= end,
  )
  const last = inTime.at(-1)
  if (!last) return null
  if (rule !== 'cumulative') return last
  if (facts.nature === 'stock' || facts.nature === 'cumulative') {
    return facts.baseline ? { period: last.period, value: last.value - facts.baseline.value } : null
  }
  return { period: last.period, value: sumOfFlows(inTime) }
}

/**
 * Whole years where they are published. Within a year the longest period counts, because
 * partial figures of a year are published as running totals (1—9月).
 */
function sumOfFlows(actuals: readonly ActualFact[]): number {
  const byYear = new Map<string, ActualFact>()
  for (const actual of actuals) {
    const year = actual.period.slice(0, 4)
    const known = byYear.get(year)
    if (
      !known ||
      actual.period.length === 4 ||
      (known.period.length !== 4 && endOfPeriod(actual.period) >= endOfPeriod(known.period))
    ) {
      byYear.set(year, actual)
    }
  }
  let sum = 0
  for (const actual of byYear.values()) sum += actual.value
  return Number(sum.toPrecision(12))
}

function isReached(rule: Rule, actual: number, goal: number, target: TargetFacts): boolean {
  switch (rule) {
    case 'range':
      return actual >= target.value && actual <= (target.value2 ?? target.value)
    case 'rank':
      return actual <= goal
    case 'yes-no':
      return actual >= 1
    case 'at-most':
      return target.comparator === 'lt' ? actual < goal : actual <= goal
    default:
      return target.comparator === 'gt' ? actual > goal : actual >= goal
  }
}

function doneShare(rule: Rule, actual: number, goal: number, path: Path, hasBaseline: boolean): number | null {
  if (rule === 'rank' || rule === 'range') return null
  if (rule === 'yes-no') return actual >= 1 ? 1 : 0
  // Without a baseline an "at most" has no way to walk; it can only be compared with its limit.
  if (rule === 'at-most' && !hasBaseline) return actual === 0 ? 1 : goal / actual
  const way = goal - path.from.value
  return way === 0 ? null : (actual - path.from.value) / way
}

/** Achieved since the start, divided by what the path asked for since the start. At the start itself nobody is late. */
function paceOf(actual: number, expected: number, path: Path): number {
  const asked = expected - path.from.value
  return asked === 0 ? 1 : (actual - path.from.value) / asked
}

/** Where there is no path: a yes-or-no is not late before its date; a place or range still missed counts as behind. */
const pathlessPace: Partial<Record<Rule, number>> = { 'yes-no': 1, rank: 0.8, range: 0.8 }

function nothingToSay(rule: Rule, because: Bilingual, target?: TargetFacts): Progress {
  const inputs = target
    ? [
        {
          label: { zh: '目标', en: 'Target' },
          value: target.value,
          unit: target.unit,
          period: target.year === null ? null : String(target.year),
        },
      ]
    : []
  return {
    status: 'no-data',
    rule,
    path: 'none',
    done: null,
    elapsed: null,
    expectedNow: null,
    formula: because,
    inputs,
  }
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
