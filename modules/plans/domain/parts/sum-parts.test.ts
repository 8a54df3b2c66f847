import { expect, it } from 'vitest'
import { standForRegion, sumOfParts } from './sum-parts.ts'

it.each([
  [58, 60, true],
  [54, 60, true],
  [53, 60, false],
  [7, 8, false],
  [1, 1, true],
  [0, 0, false],
])('the parts of %i of %i units stand for the region: %s', (units, asked, stand) => {
  expect(standForRegion(units, asked)).toBe(stand)
})

it('adds without the dust of binary fractions', () => {
  expect(sumOfParts([0.1, 0.2, 0.3])).toBe(0.6)
})
