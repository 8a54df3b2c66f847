import type { Language } from '@opensti/kernel'
import { formatDate } from '@opensti/ui'

const two = (value: number) => String(value).padStart(2, '0')

/** The day of a moment where the reader is, as YYYY-MM-DD. */
export function localDay(moment: Date): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** A moment where the reader is: 2026年11月22日 19:05, 22 November 2026, 19:05. */
export function formatMoment(iso: string, language: Language, { seconds = false } = {}): string {
  const moment = new Date(iso)
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}${seconds ? `:${two(moment.getSeconds())}` : ''}`
  const day = formatDate(localDay(moment), language)
  return language === 'zh' ? `${day} ${time}` : `${day}, ${time}`
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
