import { expect, it } from 'vitest'
import { isStale, staleAfter } from './staleness.ts'

it.each([
  ['monthly', '2026-07', '2026-10-15'],
  ['monthly', '2026-12', '2027-03-17'],
  ['quarterly', '2026-Q2', '2026-11-29'],
  ['half-yearly', '2025-H2', '2026-09-28'],
  ['yearly', '2024', '2026-10-27'],
  ['yearly', '2025-12', '2027-10-27'],
  ['quarterly', '2025', '2026-05-30'],
] as const)('a %s indicator with a figure of %s is too old after %s', (frequency, latest, day) => {
  expect(staleAfter(frequency, latest)).toBe(day)
  expect(isStale(frequency, latest, day)).toBe(false)
  expect(isStale(frequency, latest, `${day}.`)).toBe(true)
})

it('says nothing of what is counted irregularly', () => {
  expect(staleAfter('irregular', '2010')).toBeNull()
})
