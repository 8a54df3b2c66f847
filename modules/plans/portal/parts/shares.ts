import type { PlanIndicator, Progress } from '../../contract.ts'
import { judged } from './figures.ts'

/**
 * Where the path stands now, as a share of the way from baseline to target: the tick of a bullet bar.
 * Null where there is no path, or no way to walk (an "at most" without a baseline).
 */
export function expectedShare(progress: Progress, baseline: PlanIndicator['baseline']): number | null {
  const goal = judged(progress)?.goal.value
  if (progress.expectedNow === null || goal === null || goal === undefined) return null
  if (progress.rule === 'cumulative') return goal === 0 ? null : progress.expectedNow / goal
  const stated = progress.inputs.length > 2 ? progress.inputs[0]?.value : baseline?.value
  if (stated === undefined || stated === null) {
    return progress.rule === 'at-most' || goal === 0 ? null : progress.expectedNow / goal
  }
  return goal === stated ? null : (progress.expectedNow - stated) / (goal - stated)
}
