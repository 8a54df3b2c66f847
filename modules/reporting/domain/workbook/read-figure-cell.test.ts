import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFigureCell } from './read-figure-cell.ts'
import type { GridCell } from './sheet-grid.ts'

const text = (value: string): GridCell => ({
  row: 1,
  column: 1,
  kind: 'text',
  value,
  text: value,
  hasFormula: false,
  isPercent: false,
})
const number = (value: number, isPercent = false): GridCell => ({
  ...text(String(value)),
  kind: 'number',
  value,
  isPercent,
})
const read = (cell: GridCell | undefined, measure = '家', written: string | null = null) => {
  const reading = readFigureCell(cell, measure, written)
  if (reading.kind === 'figure') return [reading.value, ...reading.notes].join(' ')
  return reading.kind === 'fault' ? [reading.fault, reading.suggestion].filter(Boolean).join(' ') : reading.kind
}

describe('what people write into a cell', () => {
  it.each([
    ['1,234', '1234 as-text'],
    [' 1 234 ', '1234 as-text'],
    ['12\n34', 'not-a-number'],
    ['12 34', 'not-a-number'],
    ['１２３４．５', '1234.5 full-width as-text'],
    ['约 1,200', 'approximate 1200'],
    ['1200左右', 'approximate 1200'],
    ['近90', 'approximate 90'],
    ['>50', 'approximate 50'],
    ['1200家', '1200 as-text unit-written'],
    ['1200个', '1200 as-text unit-written'],
    ['1.2万', 'unit-in-cell 12000'],
    ['1.2万家', 'unit-in-cell 12000'],
    ['30人', 'unit-in-cell'],
    ['三百', 'not-a-number'],
    ['12,34', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['—', 'none'],
    ['－', 'none'],
    ['/', 'none'],
    ['无', 'none'],
    ['不适用', 'none'],
    ['', 'empty'],
    ['　', 'empty'],
    ["=cmd|'/c calc'!A1", 'not-a-number'],
  ])('%j is read as %s', (written, said) => {
    expect(read(text(written))).toBe(said)
  })

  it('turns the measure of the sheet into that of the indicator, exactly', () => {
    expect(read(number(1179000), '亿元', '万元')).toBe('117.9')
    expect(read(text('3.2亿元'), '亿元', '万元')).toBe('unit-in-cell 32000')
    expect(read(number(3), '家', '亿元')).toBe('measure-differs')
  })

  it('reads a percentage as the percentage it shows, and only where the measure is one', () => {
    expect(read(number(0.344, true), '%')).toBe('34.4')
    expect(read(number(0.344, true), '家')).toBe('percent-of-other')
  })

  it('knows dates, errors, blanks and formulas that nobody has worked out', () => {
    expect(read({ ...text('3月5日'), kind: 'date', value: '2026-03-05' })).toBe('a-date')
    expect(read({ ...text('#DIV/0!'), kind: 'error' })).toBe('error-value')
    expect(read({ ...text(''), value: null, hasFormula: true })).toBe('formula-blank')
    expect(read({ ...text('TRUE'), kind: 'boolean', value: true })).toBe('not-a-number')
    expect(read(undefined)).toBe('empty')
    expect(read(number(1e16))).toBe('too-large')
  })

  it('leaves the dust of binary arithmetic out and rounds what has more than six decimals, saying so', () => {
    expect(read(number(0.1 + 0.2), '%')).toBe('0.3')
    expect(read(number(1 / 3), '%')).toBe('0.333333 rounded')
  })
})

it('every figure that a return can hold is read back as it was written', () => {
  const figure = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, decimals]) => (digits / 10 ** decimals).toFixed(decimals))
    .map((one) => (one.includes('.') ? one.replace(/\.?0+$/, '') : one))
    .filter((one) => one !== '-0')
  fc.assert(
    fc.property(figure, (one) => {
      expect(read(number(Number(one)))).toBe(one)
      expect(read(text(one))).toBe(`${one} as-text`)
    }),
  )
})

it('never breaks, whatever stands in a cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (anything) => {
      expect(typeof read(text(anything))).toBe('string')
    }),
  )
})
