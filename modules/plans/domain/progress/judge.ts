import type { Path } from './path.ts'
import type { ActualFact, Rule, TargetFacts } from './progress.ts'

/** Whether the target is met. What was published as "more than" or "less than" counts as that. */
export function isReached(rule: Rule, actual: ActualFact, goal: number, target: TargetFacts): boolean {
  const { value } = actual
  // "More than 100" has passed 100; "less than 100" has not reached it.
  const above = actual.comparator === 'gt'
  const below = actual.comparator === 'lt'
  switch (rule) {
    case 'range':
      return value >= target.value && value <= (target.value2 ?? target.value)
    case 'rank':
      return value <= goal
    case 'yes-no':
      return value >= 1
    case 'at-most':
      if (above || actual.comparator === 'ge') return false
      return target.comparator === 'lt' && !below ? value < goal : value <= goal
    default:
      if (below || actual.comparator === 'le') return false
      return target.comparator === 'gt' && !above ? value > goal : value >= goal
  }
}

/** Share of the way from start to target. */
export function doneShare(rule: Rule, actual: number, goal: number, path: Path | null): number | null {
  if (rule === 'yes-no') return actual >= 1 ? 1 : 0
  if (!path) return null
  const way = goal - path.from.value
  return way === 0 ? null : (actual - path.from.value) / way
}

/** The value against the target alone: 16 of 50 is 32 %. */
export function shareOf(rule: Rule, actual: number, goal: number): number | null {
  if (rule === 'rank' || rule === 'range' || rule === 'yes-no') return null
  const [part, whole] = rule === 'at-most' ? [goal, actual] : [actual, goal]
  return part >= 0 && whole > 0 ? part / whole : null
}

/** What remains; for a range the way to its nearer edge. */
export function gapTo(rule: Rule, actual: number, goal: number, target: TargetFacts, reached: boolean): number | null {
  if (reached || rule === 'yes-no') return null
  const edge = rule === 'range' && actual > goal ? (target.value2 ?? goal) : goal
  return Number(Math.abs(edge - actual).toPrecision(10))
}
