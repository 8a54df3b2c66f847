import type { Status } from '../../contract.ts'

/**
 * The published thresholds. `pace` is what was achieved since the baseline divided by what the path asks for since the baseline.
 * They are OpenSTI's own convention, shown beside every result.
 */
export const thresholds = { ahead: 1.1, onTrack: 0.95, behind: 0.6 } as const

export function statusFrom(facts: { reached: boolean; timeIsUp: boolean; pace: number | null }): Status {
  if (facts.reached) return 'reached'
  if (facts.timeIsUp) return 'missed'
  if (facts.pace === null) return 'no-data'
  if (facts.pace >= thresholds.ahead) return 'ahead'
  if (facts.pace >= thresholds.onTrack) return 'on-track'
  return facts.pace >= thresholds.behind ? 'behind' : 'far-behind'
}
