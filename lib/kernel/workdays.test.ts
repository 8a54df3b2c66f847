import { describe, expect, it } from 'vitest'
import { type WorkCalendar, workdays } from './workdays.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  weekend: [6, 7],
  years: [
    {
      year: 2026,
      holidays: [
        { from: '2026-02-15', to: '2026-02-23' },
        { from: '2026-10-01', to: '2026-10-07' },
      ],
      workdays: ['2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10'],
    },
  ],
}
const days = workdays(calendar)

describe('working days', () => {
  it('are not weekends or holidays, and are weekends worked in exchange', () => {
    expect(days.isWorkday('2026-02-13')).toBe(true)
    expect(days.isWorkday('2026-02-14')).toBe(true)
    expect(days.isWorkday('2026-02-16')).toBe(false)
    expect(days.isWorkday('2026-03-01')).toBe(false)
  })

  it('are counted across a long holiday', () => {
    expect(days.nth(1, '2026-10-01')).toBe('2026-10-08')
    expect(days.nth(5, '2026-10-01')).toBe('2026-10-13')
    expect(days.between('2026-09-30', '2026-10-12')).toBe(4)
    expect(days.between('2026-10-12', '2026-09-30')).toBe(-4)
    expect(days.between('2026-10-01', '2026-10-03')).toBe(0)
  })

  it('end at midnight of the place, not of Greenwich', () => {
    expect(days.endOf('2026-10-15').toISOString()).toBe('2026-10-15T15:59:59.999Z')
    expect(days.dayOf(new Date('2026-10-15T15:59:59.999Z'))).toBe('2026-10-15')
    expect(days.dayOf(new Date('2026-10-15T16:00:00.000Z'))).toBe('2026-10-16')
  })

  it('say which years are known', () => {
    expect(days.knows(2026)).toBe(true)
    expect(days.knows(2027)).toBe(false)
  })

  it('are not the days that are free by law each year, where the year has not been announced', () => {
    const lawful = workdays({ ...calendar, fixedHolidays: ['01-01', '10-01'] })
    expect([days.isWorkday('2027-01-01'), lawful.isWorkday('2027-01-01')]).toEqual([true, false])
    expect(lawful.nth(5, '2027-01-01')).toBe('2027-01-08')
    // What has been announced counts as announced.
    expect(lawful.nth(5, '2026-01-01')).toBe(days.nth(5, '2026-01-01'))
  })

  it('refuse to count from nothing', () => {
    expect(() => days.nth(0, '2026-10-01')).toThrow(RangeError)
  })
})
