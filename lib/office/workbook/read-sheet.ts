import { addressOf, findRange, findSpot, type Range, ROWS_MOST } from './addresses.ts'
import { isDateFormat, isoOf, isSerialDay } from './date-format.ts'
import { decodeEscapes } from './escapes.ts'
import { formatNumber } from './number-format.ts'
import { Refusal } from './refusals.ts'
import { isSet, readXml } from './xml.ts'

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error'

/** A cell that holds something. A formula is given by the value that was last worked out for it; it is never run. */
export interface Cell {
  address: string
  /** From 1. */
  row: number
  column: number
  kind: CellKind
  /** A date as ISO text; an error as its sign ("#DIV/0!"); null for a formula that nobody has worked out. */
  value: string | number | boolean | null
  /** As the spreadsheet shows it. */
  text: string
  hasFormula: boolean
  numberFormat: string
}

export interface SheetGrid {
  cells: Cell[]
  merges: Range[]
  /** From 1. */
  hiddenRows: number[]
  hiddenColumns: number[]
}

/** What cells refer to. */
export interface SheetContext {
  strings: readonly string[]
  numberFormats: readonly string[]
  isFrom1904: boolean
  /** Refused when a sheet holds more. */
  cellsMost: number
}

/** Many cells may refer to one long text; written out it would fill the memory. */
const CHARACTERS_MOST = 30_000_000

const DATE_FORMATS = new Map<string, boolean>()

/**
 * Reads the grid of one sheet.
 * @throws Refusal workbook_damaged, workbook_too_many_cells
 */
export function readSheet(source: string, context: SheetContext): SheetGrid {
  const grid: SheetGrid = { cells: [], merges: [], hiddenRows: [], hiddenColumns: [] }
  let characters = 0
  let row = 0
  let column = 0
  let cell: Record<string, string> = {}
  let value: string | null = null
  let hasFormula = false
  let isHeard = false
  let inReading = false
  readXml(source, {
    open(tag, attributes) {
      switch (tag) {
        case 'row':
          row = rowOf(attributes['r'], row)
          column = 0
          if (isSet(attributes['hidden'])) grid.hiddenRows.push(row)
          break
        case 'c':
          column = columnOf(attributes['r'], column)
          cell = attributes
          value = null
          hasFormula = false
          break
        case 'f':
          hasFormula = true
          break
        case 'v':
        case 't':
          isHeard = !inReading
          if (isHeard) value ??= ''
          break
        case 'rPh':
          inReading = true
          break
        case 'mergeCell':
          grid.merges.push(...rangesOf(attributes['ref']))
          break
        case 'col':
          if (isSet(attributes['hidden'])) grid.hiddenColumns.push(...columnsOf(attributes))
          break
      }
    },
    text(piece) {
      if (isHeard) value += piece
    },
    close(tag) {
      if (tag === 'v' || tag === 't') isHeard = false
      else if (tag === 'rPh') inReading = false
      else if (tag === 'c' && (value !== null || hasFormula)) {
        const numberFormat = context.numberFormats[Number(cell['s'] ?? 0)] ?? 'General'
        const meaning = value === null ? NOTHING : meaningOf(value, cell['t'], numberFormat, context)
        characters += meaning.text.length
        if (grid.cells.length >= context.cellsMost || characters > CHARACTERS_MOST)
          throw new Refusal('workbook_too_many_cells')
        grid.cells.push({ address: addressOf({ row, column }), row, column, ...meaning, hasFormula, numberFormat })
      }
    },
  })
  return grid
}

const NOTHING = { kind: 'text', value: null, text: '' } as const

type Meaning = Pick<Cell, 'kind' | 'value' | 'text'>

function meaningOf(raw: string, type: string | undefined, format: string, context: SheetContext): Meaning {
  switch (type) {
    case 's': {
      const text = context.strings[Number(raw)]
      if (text === undefined) throw new Refusal('workbook_damaged')
      return { kind: 'text', value: text, text }
    }
    case 'inlineStr':
    case 'str': {
      const text = decodeEscapes(raw)
      return { kind: 'text', value: text, text }
    }
    case 'b':
      return { kind: 'boolean', value: isSet(raw), text: isSet(raw) ? 'TRUE' : 'FALSE' }
    case 'e':
      return { kind: 'error', value: raw, text: raw }
    case 'd':
      return { kind: 'date', value: raw, text: raw }
    default:
      return numberOf(raw, format, context)
  }
}

function numberOf(raw: string, format: string, { isFrom1904 }: SheetContext): Meaning {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) throw new Refusal('workbook_damaged')
  const text = formatNumber(value, format, isFrom1904)
  if (showsDate(format) && isSerialDay(value)) return { kind: 'date', value: isoOf(value, isFrom1904), text }
  return { kind: 'number', value, text }
}

function showsDate(format: string): boolean {
  let answer = DATE_FORMATS.get(format)
  if (answer === undefined) {
    answer = format !== 'General' && isDateFormat(format.split(';')[0]!)
    DATE_FORMATS.set(format, answer)
  }
  return answer
}

/** Rows and cells may leave their place unsaid; then they follow the one before (ECMA-376 part 1, 18.3.1.73, 18.3.1.4). */
export function rowOf(given: string | undefined, before: number): number {
  const row = given === undefined ? before + 1 : Number(given)
  if (!Number.isInteger(row) || row < 1 || row > ROWS_MOST) throw new Refusal('workbook_damaged')
  return row
}

export function columnOf(address: string | undefined, before: number): number {
  if (address === undefined) return before + 1
  const spot = findSpot(address)
  if (!spot) throw new Refusal('workbook_damaged')
  return spot.column
}

function rangesOf(ref: string | undefined): Range[] {
  const range = ref ? findRange(ref) : null
  return range ? [range] : []
}

function columnsOf({ min, max }: Record<string, string>): number[] {
  const [first, last] = [Number(min), Math.min(Number(max), Number(min) + 1000)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
