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

it('never sets figures of two natures in one line: the newer nature is judged, the fuller one drawn', () => {
  const periods = (values: Value[]) => {
    const { facts, series, seriesNature, latest } = assess(
      [],
      values,
      { startYear: 2026, endYear: 2030 },
      { unit: '家', polarity: 'higher', nature: 'stock' },
      null,
    )
    return {
      judged: facts.actuals.map(({ period }) => period).join(' '),
      drawn: series.map(({ period }) => period).join(' '),
      seriesNature,
      latest: latest?.id,
    }
  }
  const yearly = [value('statistical', 3000, '2025'), value('statistical', 3300, '2026')]
  expect(periods([...yearly, value('working', 4100, '2027-H1')])).toEqual({
    judged: '2027-H1',
    drawn: '2025 2026',
    seriesNature: 'statistical',
    latest: 'working/2027-H1',
  })
  expect(periods([value('working', 3200, '2026'), ...yearly])).toMatchObject({
    judged: '2025 2026',
    latest: 'statistical/2026',
  })
})
