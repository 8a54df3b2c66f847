import { expect, it } from 'vitest'
import { bulletin, name } from '../../testing/sample-views.ts'
import { rankRegions } from './rank-regions.ts'

const region = (id: string, figures: Record<string, number>, above = false) => ({
  region: { id, name: name(id, id), parentId: null, invented: false },
  above,
  points: Object.entries(figures).map(([period, value]) => ({
    period,
    value,
    unit: '%',
    formula: null,
    citation: bulletin(2027),
  })),
})
const shown = (result: ReturnType<typeof rankRegions>) =>
  result.rows.map((row) => [row.region.id, row.period, row.value, row.rank])

it('ranks the newest period that two have, and never a half-year against a year', () => {
  const result = rankRegions(
    [region('north', { 2018: 2, 2019: 2.2 }), region('lake', { 2018: 2.1, 2019: 2.1, '2026-H1': 2.7 })],
    false,
  )
  expect(result.period).toBe('2019')
  expect(shown(result)).toEqual([
    ['north', '2019', 2.2, 1],
    ['lake', '2019', 2.1, 2],
  ])
})

it('who has another period stands below without a rank, and a province never among its cities', () => {
  const result = rankRegions(
    [
      region('province', { 2019: 9, 2020: 9 }, true),
      region('old', { 2016: 8 }),
      region('low', { 2020: 1 }),
      region('high', { 2020: 3 }),
    ],
    false,
  )
  expect(shown(result)).toEqual([
    ['high', '2020', 3, 1],
    ['low', '2020', 1, 2],
    ['old', '2016', 8, null],
    ['province', '2020', 9, null],
  ])
})

it('ranks nobody where no two share a period', () => {
  const result = rankRegions([region('a', { 2019: 5 }), region('b', { 2020: 3 })], false)
  expect(result.period).toBeNull()
  expect(shown(result)).toEqual([
    ['b', '2020', 3, null],
    ['a', '2019', 5, null],
  ])
})

it('puts the lowest first where lower is better, and lets equals share a rank', () => {
  const result = rankRegions([region('a', { 2020: 5 }), region('b', { 2020: 4 }), region('c', { 2020: 4 })], true)
  expect(shown(result).map(([id, , , rank]) => [id, rank])).toEqual([
    ['b', 1],
    ['c', 1],
    ['a', 3],
  ])
})
