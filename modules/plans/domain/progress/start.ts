import { endOfPeriod } from '@opensti/kernel'
import type { ActualFact, Rule } from './progress.ts'

/** Where the way to a target begins, and on what ground. `at` is a moment in years: the end of 2015 is 2016. */
export interface Start {
  value: number
  at: number
  period: string | null
  basis: 'stated' | 'published'
}

/** How many years before the plan a published value may lie and still be taken for its start. */
const reach = 1

/**
 * The start of the way: what the plan states; or else the last value published for the time just before the plan; or else the
 * first value of its first year, if there is a later one to judge. Null when none is known, and then there is no pace.
 *
 * A multiple and an increase are counted from the plan's own beginning, so that only the very year before it will do.
 */
export function findStart(
  rule: Rule,
  stated: { value: number; year: number | null } | null,
  actuals: readonly ActualFact[],
  startYear: number,
): Start | null {
  if (stated) {
    const period = stated.year === null ? null : String(stated.year)
    return { value: stated.value, at: stated.year === null ? startYear : stated.year + 1, period, basis: 'stated' }
  }
  const exact = rule === 'cumulative' || rule === 'multiple'
  const before = actuals.filter(({ period }) => {
    const at = endOfPeriod(period)
    return period.length === 4 && (exact ? at === startYear : at <= startYear && at >= startYear - reach)
  })
  const first = exact ? undefined : actuals.find(({ period }) => endOfPeriod(period) > startYear)
  const found = before.at(-1) ?? (first && isFirstOfSeveral(first, actuals, startYear) ? first : undefined)
  if (!found) return null
  return { value: found.value, at: endOfPeriod(found.period), period: found.period, basis: 'published' }
}

function isFirstOfSeveral(first: ActualFact, actuals: readonly ActualFact[], startYear: number): boolean {
  const at = endOfPeriod(first.period)
  return at <= startYear + 1 && actuals.some(({ period }) => endOfPeriod(period) > at)
}
