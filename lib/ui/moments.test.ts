import { expect, test } from 'vitest'
import { formatAgo, formatMoment, localDay, startOfDay } from './moments.ts'

const noon = new Date(2026, 10, 22, 12, 5, 9).toISOString()

test('moments are written where the reader is', () => {
  expect(formatMoment(noon, 'zh')).toBe('2026年11月22日 12:05')
  expect(formatMoment(noon, 'en', { seconds: true })).toBe('22 November 2026, 12:05:09')
})

test.each([
  [10_000, '现在', 'now'],
  [3 * 60_000, '3分钟前', '3 minutes ago'],
  [5 * 3_600_000, '5小时前', '5 hours ago'],
  [24 * 3_600_000, '昨天', 'yesterday'],
])('%i milliseconds later', (later, zh, en) => {
  const now = new Date(Date.parse(noon) + later)
  expect(formatAgo(noon, 'zh', now)).toBe(zh)
  expect(formatAgo(noon, 'en', now)).toBe(en)
})

test('a day runs from its first moment to the first of the next', () => {
  const day = localDay(new Date(2026, 1, 28, 23, 59))
  expect(day).toBe('2026-02-28')
  expect(new Date(startOfDay(day) ?? '')).toEqual(new Date(2026, 1, 28))
  expect(new Date(startOfDay(day, 1) ?? '')).toEqual(new Date(2026, 2, 1))
  expect(startOfDay('nonsense')).toBeUndefined()
})
