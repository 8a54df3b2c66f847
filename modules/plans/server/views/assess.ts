import { endOfPeriod } from '@opensti/kernel'
import { inUnit, unitsFit } from '@opensti/regions'
import type { Progress, Target, Value } from '../../contract.ts'
import { measureProgress, type ProgressFacts } from '../../domain/progress/progress.ts'

export interface Assessed {
  target: Target | null
  baseline: Target | null
  latest: Value | null
  series: { period: string; value: number }[]
  progress: Progress
}

/** Sets one plan's targets for an indicator against its values. Figures in units that do not fit are left out, never bent. */
export function assess(
  targets: readonly Target[],
  values: readonly Value[],
  plan: { startYear: number; endYear: number },
  indicator: { unit: string; polarity: ProgressFacts['polarity']; nature: ProgressFacts['nature'] },
  path: 'linear' | 'compound' | 'none' | null,
): Assessed {
  const target = lastTarget(targets)
  const unit = target?.comparator === 'mul' ? indicator.unit : (target?.unit ?? indicator.unit)
  const fitting = values.filter((value) => unitsFit(value.unit, unit))
  const series = onePerPeriod(fitting, unit)
  const stated = targets.filter((one) => one.kind === 'baseline' && unitsFit(one.unit, unit)).at(-1) ?? null
  const baseline = stated
    ? { value: inUnit(stated.value, stated.unit, unit), year: stated.year }
    : baselineFromValues(series, plan.startYear)
  const progress = measureProgress({
    target: target && { ...target, path },
    baseline,
    actuals: series,
    polarity: indicator.polarity,
    nature: indicator.nature,
    plan,
  })
  return { target, baseline: stated, latest: latestWithin(fitting, plan), series, progress }
}

/** The target that ends the plan; of several for the same year the one that the plan names first. */
function lastTarget(targets: readonly Target[]): Target | null {
  let last: Target | null = null
  for (const target of targets) {
    if (target.kind !== 'target' || target.staged) continue
    if (last === null || (target.year ?? 0) > (last.year ?? 0)) last = target
  }
  return last
}

/** One figure a period: statistical before working. */
function onePerPeriod(values: readonly Value[], unit: string): { period: string; value: number }[] {
  const byPeriod = new Map<string, { period: string; value: number }>()
  for (const value of values)
    byPeriod.set(value.period, { period: value.period, value: inUnit(value.value, value.unit, unit) })
  return [...byPeriod.values()].sort(
    (a, b) => endOfPeriod(a.period) - endOfPeriod(b.period) || b.period.length - a.period.length,
  )
}

/** A plan that states no baseline starts from what was published for the year before it. */
function baselineFromValues(series: readonly { period: string; value: number }[], startYear: number) {
  const before = series.find((point) => point.period === String(startYear - 1))
  return before ? { value: before.value, year: startYear - 1 } : null
}

function latestWithin(values: readonly Value[], plan: { endYear: number }): Value | null {
  return values.filter((value) => endOfPeriod(value.period) <= plan.endYear + 1).at(-1) ?? null
}
