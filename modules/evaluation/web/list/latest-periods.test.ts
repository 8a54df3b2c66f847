import { expect, it } from 'vitest'
import { latestPeriods } from './latest-periods.ts'

it('begins with the quarter that ended last, also across the year', () => {
  expect(latestPeriods(new Date('2026-11-23T12:00:00')).slice(0, 4)).toEqual([
    '2026-Q3',
    '2026-Q2',
    '2026-Q1',
    '2025-Q4',
  ])
  expect(latestPeriods(new Date('2027-02-01T12:00:00'))[0]).toBe('2026-Q4')
})
