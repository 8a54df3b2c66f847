import type { Language } from '@opensti/kernel'
import { formatDate } from '@opensti/ui'

const two = (value: number) => String(value).padStart(2, '0')

/** The day of a moment where the reader is. */
export function dayOf(moment: Date): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** A day of this year without its year: 11月23日, 23 November. */
export function formatDay(day: string, language: Language, now = new Date()): string {
  const text = formatDate(day, language)
  const year = day.slice(0, 4)
  if (year !== String(now.getFullYear())) return text
  return language === 'zh' ? text.replace(`${year}年`, '') : text.replace(` ${year}`, '')
}

/** A moment where the reader is: 11月18日 16:00. */
export function formatMoment(iso: string, language: Language, now = new Date()): string {
  const moment = new Date(iso)
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`
  const day = formatDay(dayOf(moment), language, now)
  return language === 'zh' ? `${day} ${time}` : `${day}, ${time}`
}

/** Whole days from one moment's day to another's, where the reader is; negative when it lies before. */
export function daysUntil(iso: string, now = new Date()): number {
  const start = (moment: Date) => Date.parse(`${dayOf(moment)}T00:00:00Z`)
  return Math.round((start(new Date(iso)) - start(now)) / 86_400_000)
}
