/**
 * Reporting periods as offices write them, in a text form that sorts:
 * a year "2026", a half "2026-H1", a quarter "2026-Q3", a month "2026-07".
 */
export type Period = string

const shape = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/

export function isPeriod(text: string): boolean {
  return shape.test(text)
}

export function yearOf(period: Period): number {
  return Number(period.slice(0, 4))
}

/** The moment a period ends, in years: the end of 2026-Q2 is 2026.5, the end of 2026 is 2027. */
export function endOfPeriod(period: Period): number {
  return extentOf(period).end
}

/** Orders periods by their ends; of those that end together the longer one comes later, as it tells more. */
export function comparePeriods(a: Period, b: Period): number {
  const [one, other] = [extentOf(a), extentOf(b)]
  return one.end - other.end || one.months - other.months
}

interface Extent {
  end: number
  months: number
}

/** Few periods are asked about, each of them again and again: a plan's figures compare the same two hundred all day. */
const known = new Map<Period, Extent>()
const knownMax = 5000

function extentOf(period: Period): Extent {
  const before = known.get(period)
  if (before) return before
  const extent = readExtent(period)
  if (known.size >= knownMax) known.clear()
  known.set(period, extent)
  return extent
}

function readExtent(period: Period): Extent {
  const match = shape.exec(period)
  if (!match) throw new RangeError(`Not a period: ${period}`)
  const year = Number(match[1])
  if (match[2]) return { end: year + Number(match[2]) / 2, months: 6 }
  if (match[3]) return { end: year + Number(match[3]) / 4, months: 3 }
  if (match[4]) return { end: year + Number(match[4]) / 12, months: 1 }
  return { end: year + 1, months: 12 }
}

export function periodName(period: Period): { zh: string; en: string } {
  const match = shape.exec(period)
  if (!match) return { zh: period, en: period }
  const [, year, half, quarter, month] = match
  if (half)
    return {
      zh: `${year}年${half === '1' ? '上' : '下'}半年`,
      en: `${half === '1' ? 'First' : 'Second'} half of ${year}`,
    }
  if (quarter) return { zh: `${year}年第${'一二三四'[Number(quarter) - 1]}季度`, en: `Q${quarter} ${year}` }
  if (month) return { zh: `${year}年${Number(month)}月`, en: `${year}-${month}` }
  return { zh: `${year}年`, en: `${year}` }
}
