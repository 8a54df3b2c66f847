import type { Status } from '../../contract.ts'

/**
 * The published thresholds. `pace` is what was achieved since the start divided by what the path asks for since the start.
 * They are OpenSTI's own convention, shown beside every result.
 */
export const thresholds = { ahead: 1.1, onTrack: 0.95, behind: 0.6 } as const

/** A target is called far away when less than half of it is there (published with the formulas); used where there is no pace. */
export const farShare = 0.5

/** The word for a target. Without a pace (no start known, or no path) only "reached" and "not reached" can be said. */
export function statusFrom(facts: { reached: boolean; timeIsUp: boolean; pace: number | null }): Status {
  if (facts.reached) return 'reached'
  if (facts.timeIsUp) return 'missed'
  if (facts.pace === null) return 'not-yet'
  if (facts.pace >= thresholds.ahead) return 'ahead'
  if (facts.pace >= thresholds.onTrack) return 'on-track'
  return facts.pace >= thresholds.behind ? 'behind' : 'far-behind'
}
