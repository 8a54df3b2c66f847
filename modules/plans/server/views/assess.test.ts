import { expect, it } from 'vitest'
import type { Value } from '../../contract.ts'
import { bulletin } from '../../testing/sample-views.ts'
import { assess } from './assess.ts'

const value = (nature: Value['nature'], amount: number, period = '2027'): Value => ({
  id: `${nature}/${period}`,
  period,
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

it('never sets figures of two natures in one line: statistics where they tell of the plan’s years, else what the bureau counts', () => {
  const seriesOf = (...values: Value[]) =>
    assess(
      [],
      values,
      { startYear: 2026, endYear: 2030 },
      { unit: '家', polarity: 'higher', nature: 'stock' },
      null,
    ).series.map(({ period, value: amount }) => `${period} ${amount}`)
  const earlier = [value('statistical', 3000, '2024'), value('statistical', 3300, '2025')]
  expect(seriesOf(...earlier, value('working', 4100))).toEqual(['2027 4100'])
  expect(seriesOf(...earlier, value('statistical', 3700, '2026'), value('working', 4100))).toEqual([
    '2024 3000',
    '2025 3300',
    '2026 3700',
  ])
})
