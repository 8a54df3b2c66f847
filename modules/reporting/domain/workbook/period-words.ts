import { type Frequency, periodBefore, periodOf } from '../periods.ts'

const numbers: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 }

/** The period of a frequency that a text names with its year: "2026年第三季度", "2026年1—9月", "2026年度"; null when it names none. */
export function periodIn(text: string, frequency: Frequency): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const year = /(20\d{2})年/.exec(plain)
  if (!year) return null
  const rest = plain.slice(year.index + year[0].length)
  const month = endMonth(rest)
  if (month === null) return frequency === 'yearly' ? year[1]! : null
  if (month < 1 || month > 12) return null
  return periodOf(frequency, `${year[1]}-${String(month).padStart(2, '0')}-01`)
}

/** The last month of what is named behind a year. */
function endMonth(text: string): number | null {
  const quarter = /^第?([一二三四1-4])季度?/.exec(text)
  if (quarter) return 3 * (numbers[quarter[1]!] ?? Number(quarter[1]))
  const months = /^(?:\d{1,2}[-—–~至])?(\d{1,2})月/.exec(text)
  if (months) return Number(months[1])
  if (text.startsWith('上半年')) return 6
  return text.startsWith('下半年') ? 12 : null
}

/** The period that a line of a form is about, given the one reported. */
export function resolvePeriod(written: string | null, frequency: Frequency, reported: string): string {
  if (written === null || written === 'now') return reported
  if (written === 'before') return periodBefore(frequency, reported)
  if (written === 'year-before') return `${Number(reported.slice(0, 4)) - 1}${reported.slice(4)}`
  return `${reported.slice(0, 4)}-${written}`
}
