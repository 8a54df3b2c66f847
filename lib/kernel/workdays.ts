/** Which days an office works: a weekend, holidays that fall on working days, and weekends worked in exchange. */
export interface WorkCalendar {
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: string
  /** ISO weekdays, Monday 1 to Sunday 7. */
  weekend: readonly number[]
  years: readonly {
    year: number
    holidays: readonly { from: Day; to: Day }[]
    workdays: readonly Day[]
  }[]
  /** Days that are free by law each year, such as `01-01`; they count in years whose holidays are not known yet. */
  fixedHolidays?: readonly string[]
}

/** A calendar day as `2026-11-22`. */
export type Day = string

export interface Workdays {
  isWorkday(day: Day): boolean
  /** The `n`th working day on or after `day`; `n` counts from 1. */
  nth(n: number, day: Day): Day
  /** Working days after `from`, up to and including `to`; negative when `to` lies before. */
  between(from: Day, to: Day): number
  /** The last moment of a day in the calendar's time zone. */
  endOf(day: Day): Date
  /** The day a moment falls on in the calendar's time zone. */
  dayOf(moment: Date): Day
  /** Whether the holidays of this year are known; without them only weekends and fixed holidays are counted. */
  knows(year: number): boolean
}

export function workdays(calendar: WorkCalendar): Workdays {
  const worked = new Set(calendar.years.flatMap((year) => year.workdays.map(numberOf)))
  const free = new Set(calendar.years.flatMap((year) => year.holidays.flatMap(({ from, to }) => daysOf(from, to))))
  const known = new Set(calendar.years.map(({ year }) => year))
  const local = new Intl.DateTimeFormat('en-CA', { timeZone: calendar.timeZone, dateStyle: 'short' })

  /** Of a day as a number: long spans are counted day by day. */
  const fixed = new Set(calendar.fixedHolidays?.map((day) => Number(day.replace('-', ''))))
  const isFixed = (day: number) => {
    if (fixed.size === 0) return false
    const date = new Date(day * 86_400_000)
    return !known.has(date.getUTCFullYear()) && fixed.has((date.getUTCMonth() + 1) * 100 + date.getUTCDate())
  }
  const isWorked = (day: number) =>
    worked.has(day) || !(free.has(day) || calendar.weekend.includes(weekdayOf(day)) || isFixed(day))
  const isWorkday = (day: Day) => isWorked(numberOf(day))
  const dayOf = (moment: Date) => local.format(moment)

  return {
    isWorkday,
    dayOf,
    knows: (year) => known.has(year),
    nth(n, day) {
      if (!(n >= 1)) throw new RangeError(`Working days are counted from 1, not ${n}`)
      let at = day
      for (let left = n; ; at = dayAfter(at)) {
        if (isWorkday(at)) left -= 1
        if (left === 0) return at
      }
    },
    between(from, to) {
      const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1]
      const end = numberOf(last)
      let count = 0
      for (let at = numberOf(first) + 1; at <= end; at += 1) if (isWorked(at)) count += 1
      return count === 0 ? 0 : sign * count
    },
    endOf(day) {
      const next = Date.parse(`${dayAfter(day)}T00:00:00Z`)
      return new Date(next - offsetAt(calendar.timeZone, next) - 1)
    },
  }
}

export function dayAfter(day: Day, days = 1): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Days since 1 January 1970, which was a Thursday. */
function numberOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

function daysOf(from: Day, to: Day): number[] {
  const first = numberOf(from)
  return Array.from({ length: Math.max(0, numberOf(to) - first + 1) }, (_, at) => first + at)
}

/** How far a zone is ahead of UTC at about this moment, in milliseconds. */
function offsetAt(timeZone: string, moment: number): number {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(moment)
    .find((part) => part.type === 'timeZoneName')!.value
  const match = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text)
  if (!match?.[1]) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000
}
