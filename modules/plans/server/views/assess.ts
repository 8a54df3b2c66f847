import { comparePeriods, endOfPeriod } from '@opensti/kernel'
import { inUnit, unitsFit } from '@opensti/regions'
import type { Progress, Target, Value } from '../../contract.ts'
import { type ActualFact, measureProgress, type ProgressFacts } from '../../domain/progress/progress.ts'

export interface Assessed {
  target: Target | null
  baseline: Target | null
  latest: Value | null
  /** Figures of one nature, of which there are more; the two never stand in one line. */
  series: { period: string; value: number }[]
  seriesNature: Value['nature'] | null
  /** The values that target, latest figure, standing and yearly course rest on: years, and the last of all periods. */
  rests: readonly Value[]
  progress: Progress
  /** What the progress was measured by. */
  facts: ProgressFacts
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
  const { statistical = [], working = [] } = Object.groupBy(
    withoutMonths(values.filter((value) => unitsFit(value.unit, unit))),
    ({ nature }) => nature,
  )
  const judged = newer(statistical, working, plan)
  const drawn = working.length > statistical.length ? working : statistical
  const actuals = onePerPeriod(judged, unit)
  const latest = latestWithin(judged, plan)
  const stated = targets.filter((one) => one.kind === 'baseline' && unitsFit(one.unit, unit)).at(-1) ?? null
  const facts: ProgressFacts = {
    target: target && { ...target, path },
    baseline: stated && { value: inUnit(stated.value, stated.unit, unit), year: stated.year },
    actuals,
    polarity: indicator.polarity,
    nature: indicator.nature,
    plan,
  }
  return {
    target,
    baseline: stated,
    latest,
    series: onePerPeriod(drawn, unit).map(({ period, value }) => ({ period, value })),
    seriesNature: drawn[0]?.nature ?? null,
    rests: [...new Set([...judged, ...drawn])].filter(
      (one) => one === latest || one.period.length === 4 || one.period === actuals.at(-1)?.period,
    ),
    progress: measureProgress(facts),
    facts,
  }
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

/** A month counted for the bureau's own work stands behind quarters and years, where there are any: a plan is judged by those. */
function withoutMonths(values: readonly Value[]): readonly Value[] {
  const longer = values.filter(({ period, nature }) => nature === 'statistical' || !/-\d\d$/.test(period))
  return longer.length > 0 ? longer : values
}

/**
 * What a plan is judged by: the figures of that nature which has the newer one, statistics where both are as new. Growth and
 * pace are of these alone.
 */
function newer(statistical: readonly Value[], working: readonly Value[], plan: { endYear: number }): readonly Value[] {
  const end = (values: readonly Value[]) => {
    const latest = latestWithin(values, plan)
    return latest === null ? -Infinity : endOfPeriod(latest.period)
  }
  return end(working) > end(statistical) ? working : statistical
}

/** One figure a period. */
function onePerPeriod(values: readonly Value[], unit: string): ActualFact[] {
  const byPeriod = new Map<string, ActualFact>()
  // The last one set stays.
  for (const { period, value, unit: counted, comparator } of values)
    byPeriod.set(period, { period, value: inUnit(value, counted, unit), comparator })
  return [...byPeriod.values()].sort((a, b) => comparePeriods(a.period, b.period))
}

function latestWithin(values: readonly Value[], plan: { endYear: number }): Value | null {
  return values.filter((value) => endOfPeriod(value.period) <= plan.endYear + 1).at(-1) ?? null
}
