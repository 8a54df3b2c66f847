import { Big } from 'big.js'
import { measureOf, powerBetween, shiftDecimal } from './measures.ts'
import type { GridCell } from './sheet-grid.ts'

/** What was taken for granted in reading a figure; it is said, and does no harm. */
export type ReadingNote = 'full-width' | 'as-text' | 'unit-written' | 'rounded'

export type FigureFault =
  | 'not-a-number'
  | 'approximate'
  | 'unit-in-cell'
  | 'measure-differs'
  | 'error-value'
  | 'formula-blank'
  | 'a-date'
  | 'too-large'
  | 'percent-of-other'

/** A cell read as a figure: decimal text in the indicator's own measure and, for sums, the number as the sheet has it. */
export type FigureReading =
  | { kind: 'figure'; value: string; inSheet: string; notes: ReadingNote[] }
  | { kind: 'empty' }
  /** A dash, 无, 不适用: no figure, said so. */
  | { kind: 'none' }
  | { kind: 'fault'; fault: FigureFault; suggestion: string | null }

const DECIMALS_MOST = 6
const DIGITS_MOST = 15

const dash = /^([-—–―_/\\.…·]+|无|暂无|不适用|没有|n\/?a|nil|null)$/i
const about = /^(约|近|大约|将近|超过?|逾|不足|近乎|≈|~|[<>≤≥])|(左右|余|多|以上|以下|上下)$/
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/
/** Thousands parted by single spaces. */
const spaced = /^-?\d{1,3}( \d{3})+(?![\d\s])/
const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)$/

/**
 * Reads a cell as a figure of an indicator.
 *
 * @param measure the unit of measurement of the indicator.
 * @param written that of the sheet, where it differs: figures in 万元 are turned into 亿元 exactly.
 */
export function readFigureCell(cell: GridCell | undefined, measure: string, written: string | null): FigureReading {
  if (!cell) return { kind: 'empty' }
  const power = written === null ? 0 : powerBetween(written, measure)
  if (power === null) return fault('measure-differs')
  if (cell.value === null) return cell.hasFormula ? fault('formula-blank') : { kind: 'empty' }
  switch (cell.kind) {
    case 'error':
      return fault('error-value')
    case 'date':
      return fault('a-date')
    case 'boolean':
      return fault('not-a-number')
    case 'number':
      return readNumber(cell, measure, power)
    case 'text':
      return readText(cell.text, measure, power)
  }
}

function readNumber(cell: GridCell, measure: string, power: number): FigureReading {
  const isShare = cell.isPercent
  if (isShare && measureOf(measure).base !== '%') return fault('percent-of-other')
  // A spreadsheet counts with 15 digits; what lies beyond is dust of its arithmetic.
  const inSheet = new Big(Number(cell.value).toPrecision(DIGITS_MOST)).toFixed()
  return figure(inSheet, power + (isShare ? 2 : 0), [])
}

function readText(text: string, measure: string, power: number): FigureReading {
  const narrow = text
    .normalize('NFKC')
    .replaceAll(/['’‘]/g, '')
    .trim()
    .replace(/^[−﹣]/, '-')
    .replace(spaced, (number) => number.replaceAll(' ', ''))
    .replaceAll(/(?<!\d)\s+|\s+(?!\d)/g, '')
  if (narrow === '') return { kind: 'empty' }
  // Two figures in one cell, one below the other, are not one.
  if (/\d\s+\d/.test(narrow)) return fault('not-a-number')
  if (dash.test(narrow) || dash.test(text.trim())) return { kind: 'none' }
  const notes: ReadingNote[] = ['as-text']
  if (/[０-９．，－]/.test(text)) notes.unshift('full-width')
  const number = numberOf(narrow)
  if (number !== null) return figure(number, power, notes)
  if (about.test(narrow)) return fault('approximate', numberOf(narrow.replace(about, '').replace(about, '')))
  const withUnit = /^([+-]?[\d,]*\.?\d+)([^\d.,].*)$/.exec(narrow)
  const amount = withUnit && numberOf(withUnit[1]!)
  if (!withUnit || amount === null || amount === undefined) return fault('not-a-number')
  const suffix = withUnit[2]!
  if (about.test(suffix)) return fault('approximate', amount)
  if (power === 0 && measureOf(suffix).base === measureOf(measure).base && powerBetween(suffix, measure) === 0)
    return figure(amount, 0, [...notes, 'unit-written'])
  const between = powerBetween(suffix, measure) ?? powerBetween(`${suffix}${measureOf(measure).base}`, measure)
  return fault('unit-in-cell', between === null ? null : shiftDecimal(amount, between - power))
}

/** A plain decimal, thousands separators taken out where they stand right. */
function numberOf(text: string): string | null {
  const bare = grouped.test(text) ? text.replaceAll(',', '') : text
  return plain.test(bare) ? new Big(bare.replace(/^\+/, '').replace(/\.$/, '')).toFixed() : null
}

function figure(inSheet: string, power: number, notes: readonly ReadingNote[]): FigureReading {
  const exact = shiftDecimal(inSheet, power)
  const rounded = new Big(exact).round(DECIMALS_MOST, Big.roundHalfUp)
  if (rounded.abs().gte(new Big(10).pow(DIGITS_MOST))) return fault('too-large')
  const isRounded = !rounded.eq(exact)
  return { kind: 'figure', value: rounded.toFixed(), inSheet, notes: isRounded ? [...notes, 'rounded'] : [...notes] }
}

function fault(code: FigureFault, suggestion: string | null = null): FigureReading {
  return { kind: 'fault', fault: code, suggestion }
}
