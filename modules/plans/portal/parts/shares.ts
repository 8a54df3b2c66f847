import type { Progress } from '../../contract.ts'
import { judged } from './figures.ts'

/** Where the path stands now, as a share of the way from start to target: the tick of a bar. Null where there is no path. */
export function expectedShare(progress: Progress): number | null {
  const goal = judged(progress)?.goal.value
  if (progress.expectedNow === null || goal === null || goal === undefined) return null
  // What is added up begins at nothing.
  const start = progress.rule === 'cumulative' ? 0 : progress.start?.value
  if (start === undefined || goal === start) return null
  return (progress.expectedNow - start) / (goal - start)
}
