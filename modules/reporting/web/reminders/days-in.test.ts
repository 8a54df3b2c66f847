import { expect, it } from 'vitest'
import { daysIn } from './days-in.ts'

it.each([
  ['3、1', [3, 1]],
  [' 3, 1，5 ', [3, 1, 5]],
  ['', []],
  ['0', null],
  ['61', null],
  ['三', null],
  ['1.5', null],
])('%s → %s', (text, days) => {
  expect(daysIn(text)).toEqual(days)
})
