import { periodName } from '@opensti/kernel'

type Language = 'zh' | 'en'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A date as exactly as it is known: 2026年11月22日, 2026年11月, 2026年; 22 November 2026. Other text stays as it is. */
export function formatDate(date: string, language: Language): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date)
  if (!match) return date
  const [, year = '', month, day] = match
  if (language === 'zh') {
    return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  }
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** A reporting period: 2026年, 2026年上半年, 2026年第三季度, 2026年7月; 2026, H1 2026, Q3 2026, July 2026. */
export function formatPeriod(period: string, language: Language): string {
  if (language === 'en' && /^\d{4}-\d{2}$/.test(period)) return formatDate(period, 'en')
  if (language === 'en' && period.includes('-H')) return `${period.slice(5)} ${period.slice(0, 4)}`
  return periodName(period)[language]
}

/** The years a plan covers: 2016—2020年, 2016–2020. */
export function formatYears(start: number, end: number, language: Language): string {
  if (start === end) return language === 'zh' ? `${start}年` : `${start}`
  return language === 'zh' ? `${start}—${end}年` : `${start}–${end}`
}
