import type { Language } from '@opensti/kernel'
import { formatDate } from './format.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** The day of a moment where the reader is, as YYYY-MM-DD. */
export function localDay(moment: Date): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

interface MomentStyle {
  seconds?: boolean
  /** Leaves out the year when it is this one. */
  short?: boolean
}

/** A moment where the reader is: 2026年11月22日 19:05, 22 November 2026, 19:05. */
export function formatMoment(
  iso: string,
  language: Language,
  { seconds = false, short = false }: MomentStyle = {},
): string {
  const moment = new Date(iso)
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}${seconds ? `:${two(moment.getSeconds())}` : ''}`
  const day = short ? formatDay(localDay(moment), language) : formatDate(localDay(moment), language)
  return language === 'zh' ? `${day} ${time}` : `${day}, ${time}`
}

/** A day of this year without its year: 11月23日, 23 November. */
export function formatDay(day: string, language: Language, now = new Date()): string {
  const text = formatDate(day, language)
  const year = day.slice(0, 4)
  if (year !== String(now.getFullYear())) return text
  return language === 'zh' ? text.replace(`${year}年`, '') : text.replace(` ${year}`, '')
}

const steps = [
  { unit: 'day', milliseconds: 86_400_000 },
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'minute', milliseconds: 60_000 },
] as const

/** How long ago: 3分钟前, yesterday. Under a minute it is now. */
export function formatAgo(iso: string, language: Language, now = new Date()): string {
  const words = new Intl.RelativeTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { numeric: 'auto' })
  const distance = new Date(iso).getTime() - now.getTime()
  for (const { unit, milliseconds } of steps) {
    if (Math.abs(distance) >= milliseconds) return words.format(Math.round(distance / milliseconds), unit)
  }
  return words.format(0, 'second')
}

/** The first moment of a day where the reader is, `plus` days later. */
export function startOfDay(day: string, plus = 0): string | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  return new Date(year, month - 1, date + plus).toISOString()
}

/** Whole days from one moment's day to another's, where the reader is; negative when it lies before. */
export function daysUntil(iso: string, now = new Date()): number {
  const start = (moment: Date) => Date.parse(`${localDay(moment)}T00:00:00Z`)
  return Math.round((start(new Date(iso)) - start(now)) / 86_400_000)
}
