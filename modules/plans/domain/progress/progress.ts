import { type Bilingual, endOfPeriod } from '@opensti/kernel'
import type { Progress } from '../../contract.ts'
import type { Comparator } from '../reading/model.ts'
import { describe } from './describe.ts'
import { growthOf } from './growth.ts'
import { doneShare, gapTo, isReached, shareOf } from './judge.ts'
import { elapsedAt, expectedAt, type Path, type PathShape } from './path.ts'
import { findStart, type Start } from './start.ts'
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
  /** As it was published: "more than 100" is not 100. Left out, it is exact. */
  comparator?: Comparator
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
export function ruleFor(target: TargetFacts, facts: Pick<ProgressFacts, 'polarity' | 'nature' | 'plan'>): Rule {
  if (facts.nature === 'yes-no') return 'yes-no'
  if (facts.nature === 'rank') return 'rank'
  if (target.comparator === 'range') return 'range'
  if (target.comparator === 'mul') return 'multiple'
  const overAPeriod = target.startYear !== null && !target.perYear && facts.nature === 'flow'
  if (target.comparator === 'inc' || overAPeriod) return 'cumulative'
  if (target.comparator === 'le' || target.comparator === 'lt' || facts.polarity === 'lower') return 'at-most'
  // What is counted within the one year of a plan starts at nothing, not at the year before.
  if (facts.nature === 'flow' && !target.perYear && facts.plan.startYear === facts.plan.endYear) return 'cumulative'
  return 'at-least'
}

/** How far a target is, with the formula and every number that went into it. */
export function measureProgress(facts: ProgressFacts): Progress {
  const { target } = facts
  if (!target) return nothingToSay('at-least', { zh: '没有目标值，无法计算进度', en: 'No target, so no progress' })
  const rule = ruleFor(target, facts)
  const begins = target.startYear ?? facts.plan.startYear
  const due = (target.year ?? facts.plan.endYear) + 1
  const known = facts.actuals.filter(({ period }) => endOfPeriod(period) <= due)
  const start = hasWay(rule, target) ? findStart(rule, facts.baseline, known, begins) : null
  const latest = latestFor(rule, facts, start)
  if (!latest) return nothingToSay(rule, { zh: '还没有可用的数据', en: 'No value yet' }, target)

  const goal = goalValue(rule, target, start)
  if (goal === null)
    return nothingToSay(
      rule,
      { zh: '缺少基期数，翻番目标无法换算', en: 'A multiple needs its base, which is not stated' },
      target,
    )

  const at = endOfPeriod(latest.period)
  const path = pathOf(rule, { goal, due, begins, start }, target)
  const reached = isReached(rule, latest, goal, target)
  const expected = path ? expectedAt(path, at) : null
  const done = doneShare(rule, latest.value, goal, path)
  const share = shareOf(rule, latest.value, goal)
  const gap = gapTo(rule, latest.value, goal, target, reached)
  return {
    status: statusFrom({
      reached,
      timeIsUp: at >= due,
      pace: path && expected !== null ? paceOf(latest.value, expected, path) : null,
    }),
    rule,
    path: path ? path.shape : 'none',
    start: start && rule !== 'cumulative' ? { value: start.value, period: start.period, basis: start.basis } : null,
    done: rounded(done),
    share: rounded(share),
    gap,
    elapsed: rounded(path ? elapsedAt(path, at) : elapsedOf(begins, due, at)),
    expectedNow: expected === null ? null : Number(expected.toPrecision(6)),
    growth: target.perYear
      ? null
      : growthOf({
          rule,
          latest,
          goal,
          due,
          reached,
          unit: target.unit,
          earlier: start ?? earliestBefore(latest, facts.actuals),
        }),
    ...describe({ rule, target, goal, latest, start, done, share, gap }),
  }
}

/** Whether a target is approached over time. A rank, a range, a yes or no and what each year owes by itself are not. */
function hasWay(rule: Rule, target: TargetFacts): boolean {
  return rule !== 'rank' && rule !== 'yes-no' && rule !== 'range' && !target.perYear
}

/** The number to reach, in the target's unit. */
function goalValue(rule: Rule, target: TargetFacts, start: Start | null): number | null {
  if (rule !== 'multiple') return target.value
  return start ? start.value * target.value : null
}

function pathOf(
  rule: Rule,
  { goal, due, begins, start }: { goal: number; due: number; begins: number; start: Start | null },
  target: TargetFacts,
): Path | null {
  if (!hasWay(rule, target)) return null
  const to = { value: goal, at: due }
  const shape = target.path ?? 'linear'
  // What is added up over a period starts at nothing when the period starts.
  if (rule === 'cumulative') return { shape, from: { value: 0, at: begins }, to }
  return start && { shape, from: { value: start.value, at: start.at }, to }
}

/** The value to judge: the last one inside the plan's time; a sum of yearly amounts for what is added up. */
function latestFor(rule: Rule, facts: ProgressFacts, start: Start | null): ActualFact | null {
  const { target, plan } = facts
  const first = target?.startYear ?? plan.startYear
  const end = (target?.year ?? plan.endYear) + 1
  const inTime = facts.actuals.filter(
    (actual) => endOfPeriod(actual.period) > first && endOfPeriod(actual.period) <= end,
  )
  const last = inTime.at(-1)
  if (!last) return null
  if (rule !== 'cumulative') return last
  if (facts.nature === 'flow') return { period: last.period, value: sumOfFlows(inTime) }
  return start ? { period: last.period, value: Number((last.value - start.value).toPrecision(12)) } : null
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

/** Achieved since the start, divided by what the path asked for since the start. At the start itself nobody is late. */
function paceOf(actual: number, expected: number, path: Path): number {
  const asked = expected - path.from.value
  return asked === 0 ? 1 : (actual - path.from.value) / asked
}

function elapsedOf(begins: number, due: number, at: number): number {
  return due > begins ? Math.min(1, Math.max(0, (at - begins) / (due - begins))) : 1
}

/** The oldest whole year that was published before the value judged: what growth can be seen from. */
function earliestBefore(latest: ActualFact, actuals: readonly ActualFact[]): { value: number; at: number } | null {
  const found = actuals.find(({ period }) => period.length === 4 && endOfPeriod(period) < endOfPeriod(latest.period))
  return found ? { value: found.value, at: endOfPeriod(found.period) } : null
}

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
    start: null,
    done: null,
    share: null,
    gap: null,
    elapsed: null,
    expectedNow: null,
    growth: null,
    formula: because,
    inputs,
  }
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 10_000) / 10_000
}
