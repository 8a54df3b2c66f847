import { expect, it } from 'vitest'
import type { SheetLine } from '../../contract-workbooks.ts'
import { checkSums } from './check-sums.ts'
import { plainLine } from './match-names.ts'

const figures = (at: number, whole: number | null = null): SheetLine => ({ ...plainLine(at, `行${at}`), whole })
const total = (at: number, parts: number[]): SheetLine => ({ ...plainLine(at, '合计', 'total'), parts })
const columns = [figures(2)]
/** Figures of column B by row. */
const check = (rows: SheetLine[], numbers: Record<number, string>) =>
  checkSums({ rows, columns }, (row, column) => (column === 2 ? (numbers[row] ?? null) : null)).map(
    ({ code, row, against, difference }) => `${code} ${row} ${against} ${difference}`,
  )

it('names a total that does not add up, with the difference', () => {
  expect(check([figures(1), figures(2), total(3, [1, 2])], { 1: '10', 2: '5', 3: '16' })).toEqual([
    'total-differs 3 15 1',
  ])
  expect(check([figures(1), figures(2), total(3, [1, 2])], { 1: '10', 2: '5', 3: '15' })).toEqual([])
})

it('lets rounded decimals be off by their rounding, but not counts', () => {
  expect(check([figures(1), figures(2), total(3, [1, 2])], { 1: '1.4', 2: '1.4', 3: '2.9' })).toEqual([])
  expect(check([figures(1), figures(2), total(3, [1, 2])], { 1: '1', 2: '1', 3: '3' })).toHaveLength(1)
  expect(check([figures(1), figures(2), total(3, [1, 2])], { 1: '1.4', 2: '1.4', 3: '3.8' })).toHaveLength(1)
})

it('does not check a total of which a part is missing', () => {
  expect(check([figures(1), figures(2), total(3, [1, 2])], { 1: '10', 3: '16' })).toEqual([])
})

it('names a part larger than its whole, and parts that are too much together', () => {
  const rows = [figures(1), figures(2, 1), figures(3, 1)]
  expect(check(rows, { 1: '10', 2: '12' })).toEqual(['part-exceeds-whole 2 10 2'])
  expect(check(rows, { 1: '10', 2: '6', 3: '5' })).toEqual(['parts-exceed-whole 1 11 1'])
  expect(check(rows, { 1: '10', 2: '6', 3: '4' })).toEqual([])
})

it('adds up columns as well', () => {
  const sheet = { rows: [figures(5)], columns: [figures(2), figures(3), total(4, [2, 3])] }
  const found = checkSums(sheet, (_, column) => ({ 2: '1', 3: '2', 4: '4' })[column] ?? null)
  expect(found).toMatchObject([{ row: 5, column: 4, difference: '1' }])
})
