import { type Day, dayAfter, type Period, type Workdays } from '@opensti/kernel'

export type Frequency = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly'

const months: Record<Frequency, number> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 }

/** The period of this frequency in which a day lies. */
export function periodOf(frequency: Frequency, day: Day): Period {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  switch (frequency) {
    case 'monthly':
      return day.slice(0, 7)
    case 'quarterly':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'half-yearly':
      return `${year}-H${Math.ceil(month / 6)}`
    case 'yearly':
      return year
  }
}

/** Whether a period is written the way this frequency writes it. */
export function isPeriodOf(frequency: Frequency, period: Period): boolean {
  return periodOf(frequency, firstDay(period)) === period
}

/** The first day of a period. */
export function firstDay(period: Period): Day {
  const year = period.slice(0, 4)
  const part = period.slice(5)
  const number = Number(part.replace(/\D/g, '')) || 1
  const month = part.startsWith('H') ? 6 * (number - 1) + 1 : part.startsWith('Q') ? 3 * (number - 1) + 1 : number
  return `${year}-${String(month).padStart(2, '0')}-01`
}

/** The day after a period of this frequency has ended. */
export function dayAfterPeriod(frequency: Frequency, period: Period): Day {
  const first = new Date(`${firstDay(period)}T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months[frequency])
  return first.toISOString().slice(0, 10)
}

/** The period before this one, of the same frequency. */
export function periodBefore(frequency: Frequency, period: Period): Period {
  return periodOf(frequency, dayAfter(firstDay(period), -1))
}

/** When figures of a period are due: the end of the n-th working day after it. */
export function dueAt(frequency: Frequency, period: Period, workday: number, days: Workdays): Date {
  return days.endOf(days.nth(workday, dayAfterPeriod(frequency, period)))
}
