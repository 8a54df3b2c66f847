import { expect, it } from 'vitest'
import type { Value } from '../../contract.ts'
import { bulletin } from '../../testing/sample-views.ts'
import { assess } from './assess.ts'

const value = (nature: Value['nature'], amount: number): Value => ({
  id: nature,
  period: '2027',
  value: amount,
  unit: '家',
  comparator: 'eq',
  nature,
  maturity: 'annual',
  vintage: 1,
  replacedBecause: null,
  publishedOn: null,
  citation: bulletin(2027),
})

it('of two figures for one period takes the statistical one, in whatever order they come', () => {
  const figures = [value('statistical', 4000), value('working', 4100)]
  for (const values of [figures, figures.toReversed()]) {
    const { series } = assess(
      [],
      values,
      { startYear: 2026, endYear: 2030 },
      { unit: '家', polarity: 'higher', nature: 'stock' },
      null,
    )
    expect(series).toEqual([{ period: '2027', value: 4000 }])
  }
})
