import { workdays } from '@opensti/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfterPeriod, dueAt, type Frequency, firstDay, isPeriodOf, periodBefore, periodOf } from './periods.ts'

const frequencies: Frequency[] = ['monthly', 'quarterly', 'half-yearly', 'yearly']
const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('periods of a cycle', () => {
  it('are written as offices write them', () => {
    expect(frequencies.map((frequency) => periodOf(frequency, '2026-08-31'))).toEqual([
      '2026-08',
      '2026-Q3',
      '2026-H2',
      '2026',
    ])
  })

  it('hold the days from their first to the one before the next, whatever the day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...frequencies), anyDay, (frequency, day) => {
        const period = periodOf(frequency, day)
        const next = dayAfterPeriod(frequency, period)
        expect(firstDay(period) <= day && day < next).toBe(true)
        expect(isPeriodOf(frequency, period)).toBe(true)
        expect(periodBefore(frequency, periodOf(frequency, next))).toBe(period)
      }),
    )
  })

  it('are due at the end of a working day of the place', () => {
    const days = workdays({
      timeZone: 'Asia/Shanghai',
      weekend: [6, 7],
      years: [{ year: 2026, holidays: [{ from: '2026-10-01', to: '2026-10-07' }], workdays: ['2026-10-10'] }],
    })
    expect(dueAt('quarterly', '2026-Q3', 5, days).toISOString()).toBe('2026-10-13T15:59:59.999Z')
  })
})
