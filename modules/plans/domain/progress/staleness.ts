import type { Day, Period } from '@opensti/kernel'

/** How often an indicator is counted, and how long after a period its figure may take. */
const rhythms: Readonly<Record<string, { months: number; graceDays: number }>> = {
  monthly: { months: 1, graceDays: 45 },
  quarterly: { months: 3, graceDays: 60 },
  'half-yearly': { months: 6, graceDays: 90 },
  // Annual figures are settled with the yearbook, towards autumn.
  yearly: { months: 12, graceDays: 300 },
}

/**
 * The day after which an indicator's latest figure is too old: its next period has passed, and the time that a figure may
 * take as well. Null for what is counted irregularly.
 *
 * @param latest the period of the latest figure, such as 2026-Q2; a finer one than the frequency counts by its end.
 */
export function staleAfter(frequency: string, latest: Period): Day | null {
  const rhythm = rhythms[frequency]
  if (!rhythm) return null
  const end = endMonth(latest)
  // Months are counted from 0; day 0 of a month is the last of the one before.
  const next = new Date(Date.UTC(end.year, end.month + 1 + rhythm.months, 0))
  next.setUTCDate(next.getUTCDate() + rhythm.graceDays)
  return next.toISOString().slice(0, 10)
}

/** Whether the latest figure of an indicator is older than its frequency allows. */
export function isStale(frequency: string, latest: Period, today: Day): boolean {
  const after = staleAfter(frequency, latest)
  return after !== null && today > after
}

/** The last month of a period. */
function endMonth(period: Period): { year: number; month: number } {
  const year = Number(period.slice(0, 4))
  const part = period.slice(5)
  const number = Number(part.replace(/\D/g, ''))
  if (part === '') return { year, month: 11 }
  if (part.startsWith('H')) return { year, month: 6 * number - 1 }
  return { year, month: part.startsWith('Q') ? 3 * number - 1 : number - 1 }
}
