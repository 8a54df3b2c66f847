import { expect, it } from 'vitest'
import { comparePeriods, endOfPeriod, isPeriod, periodName } from './period.ts'

it.each([
  ['2026', 2027, '2026年'],
  ['2026-H1', 2026.5, '2026年上半年'],
  ['2026-Q3', 2026.75, '2026年第三季度'],
  ['2026-12', 2027, '2026年12月'],
])('%s ends at %d and is called %s', (period, end, name) => {
  expect(endOfPeriod(period)).toBe(end)
  expect(periodName(period).zh).toBe(name)
})

it.each(['26', '2026-Q5', '2026-13', '2026-1', ''])('%s is no period', (text) => {
  expect(isPeriod(text)).toBe(false)
})

it('orders months, quarters, halves and years by when they end, the longer after the shorter', () => {
  const periods = ['2026', '2026-12', '2026-Q4', '2026-09', '2025', '2026-H2', '2026-Q3', '2026-10', '2026-H1']
  expect(periods.sort(comparePeriods)).toEqual([
    '2025',
    '2026-H1',
    '2026-09',
    '2026-Q3',
    '2026-10',
    '2026-12',
    '2026-Q4',
    '2026-H2',
    '2026',
  ])
})
