import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inUnit, knownUnits, unitsFit } from './index.ts'

test('enterprises fit enterprises, never applications or people', () => {
  expect(unitsFit('家', '万家')).toBe(true)
  expect(unitsFit('家', '个')).toBe(true)
  expect(unitsFit('家', '件')).toBe(false)
  expect(unitsFit('家', '人')).toBe(false)
  expect(unitsFit('%', '百分点')).toBe(false)
})

test('amounts are turned without the noise of binary fractions', () => {
  expect(inUnit(20, '万家', '家')).toBe(200_000)
  expect(inUnit(8000, '万元', '亿元')).toBe(0.8)
  expect(inUnit(13.7, '亿元', '万元')).toBe(137_000)
  expect(() => inUnit(1, '家', '件')).toThrow('家 cannot be turned into 件')
})

test('turning there and back gives the amount again', () => {
  const units = knownUnits()
  fc.assert(
    fc.property(
      fc.constantFrom(...units),
      fc.constantFrom(...units),
      fc.integer({ min: -1e6, max: 1e6 }),
      (one, other, value) => {
        fc.pre(unitsFit(one, other))
        expect(inUnit(inUnit(value, one, other), other, one)).toBeCloseTo(value, 6)
      },
    ),
  )
})
