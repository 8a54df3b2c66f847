import type { Day, Period } from '@opensti/kernel'
import { endOfPeriod } from '@opensti/kernel'

/** The first day of a period and the first day after it, e.g. 2026-01-01 and 2027-01-01. */
export function daysOfPeriod(period: Period): { first: Day; after: Day } {
  const end = endOfPeriod(period)
  const length = period.length === 4 ? 12 : period[5] === 'H' ? 6 : period[5] === 'Q' ? 3 : 1
  const months = Math.round(end * 12)
  return { first: firstOf(months - length), after: firstOf(months) }
}

function firstOf(months: number): Day {
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}
