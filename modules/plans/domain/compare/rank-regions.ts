import { endOfPeriod } from '@opensti/kernel'
import type { Citation, ComparisonView, RegionRef } from '../../contract.ts'

/** One region's figure at one period, already in the unit and on the basis of the comparison. */
export interface ComparedPoint {
  value: number
  unit: string
  period: string
  formula: ComparisonView['rows'][number]['formula']
  citation: Citation
}

interface Compared {
  region: RegionRef
  /** In time order; never empty. */
  points: readonly ComparedPoint[]
  above: boolean
}

/**
 * Ranks regions at one period only: the newest for which two rivals have a figure. A half-year of one is never set against
 * the year of another. Who has no figure for it stands below with the newest one there is, and without a rank.
 */
export function rankRegions(
  regions: readonly Compared[],
  lowerIsBetter: boolean,
): Pick<ComparisonView, 'period' | 'rows'> {
  const period = commonPeriod(regions.filter((one) => !one.above))
  const rows = regions.map((one) => {
    const newest = one.points.at(-1)!
    const point = one.points.findLast((candidate) => candidate.period === period) ?? newest
    return {
      ...point,
      region: one.region,
      above: one.above,
      rank: null as number | null,
      series: one.points.map(({ period: at, value }) => ({ period: at, value })),
    }
  })
  const rivals = rows.filter((row) => !row.above && row.period === period)
  rivals.sort((a, b) => (lowerIsBetter ? a.value - b.value : b.value - a.value))
  // Equal figures share a rank.
  for (const row of rivals) row.rank = 1 + rivals.findIndex((other) => other.value === row.value)
  const others = rows.filter((row) => !row.above && row.period !== period)
  others.sort((a, b) => endOfPeriod(b.period) - endOfPeriod(a.period))
  return { period, rows: [...rivals, ...others, ...rows.filter((row) => row.above)] }
}

function commonPeriod(rivals: readonly Compared[]): string | null {
  const holders = new Map<string, number>()
  for (const { points } of rivals) {
    for (const period of new Set(points.map((point) => point.period))) {
      holders.set(period, (holders.get(period) ?? 0) + 1)
    }
  }
  const shared = [...holders].filter(([, count]) => count >= 2).map(([period]) => period)
  // Of two periods that end together the longer one: a year says more than its second half.
  shared.sort((a, b) => endOfPeriod(a) - endOfPeriod(b) || b.length - a.length)
  return shared.at(-1) ?? null
}
