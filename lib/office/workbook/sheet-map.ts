import { findRange, type Range } from './addresses.ts'
import { columnOf, rowOf } from './read-sheet.ts'
import { Refusal } from './refusals.ts'
import { isSet, readXml, type XmlTag } from './xml.ts'

/** A cell as it stands in the source of its sheet. */
export interface CellPlace {
  column: number
  start: number
  end: number
  style: string | undefined
  hasFormula: boolean
  /** Other cells take their formula or their value from this one. */
  isShared: boolean
  /** Where the remembered result of the formula stands, if any. */
  result: { start: number; end: number } | null
}

export interface RowPlace {
  row: number
  tag: XmlTag
  attributes: Record<string, string>
  cells: CellPlace[]
  /** Where the closing tag begins; the end of the tag itself when the row is empty. */
  closing: number
}

/** Offsets of what can be edited in the source of a sheet. */
export interface SheetMap {
  /** The prefix of its element names with the colon: "" or "x:". */
  prefix: string
  rows: RowPlace[]
  sheetData: { tag: XmlTag; closing: number }
  dimension: { tag: XmlTag; range: Range } | null
  merges: Range[]
  /** Blocks whose cells hold results of one formula. */
  arrays: Range[]
  columnStyles: { first: number; last: number; style: string }[]
}

/**
 * Notes where rows and cells stand in the source.
 * @throws Refusal workbook_damaged, also for rows that are out of order
 */
export function mapSheet(source: string): SheetMap {
  const nowhere: XmlTag = { start: -1, end: -1, isEmpty: true }
  const map: SheetMap = {
    prefix: /<([\w.-]+:)?worksheet[\s>]/.exec(source)?.[1] ?? '',
    rows: [],
    sheetData: { tag: nowhere, closing: -1 },
    dimension: null,
    merges: [],
    arrays: [],
    columnStyles: [],
  }
  let row: RowPlace | null = null
  let cell: CellPlace | null = null
  let valueFrom = -1
  readXml(source, {
    open(name, attributes, tag) {
      switch (name) {
        case 'sheetData':
          map.sheetData = { tag, closing: tag.end }
          break
        case 'row':
          row = nextRow(map, attributes, tag)
          map.rows.push(row)
          break
        case 'c':
          cell = {
            column: columnOf(attributes['r'], row?.cells.at(-1)?.column ?? 0),
            start: tag.start,
            end: tag.end,
            style: attributes['s'],
            hasFormula: false,
            isShared: false,
            result: null,
          }
          row?.cells.push(cell)
          break
        case 'f':
          if (cell) noteFormula(cell, attributes, map)
          break
        case 'v':
          valueFrom = tag.start
          break
        case 'dimension':
          map.dimension = dimensionOf(attributes, tag)
          break
        case 'mergeCell':
          map.merges.push(...rangeOf(attributes['ref']))
          break
        case 'col':
          if (attributes['style'])
            map.columnStyles.push({
              first: Number(attributes['min']),
              last: Number(attributes['max']),
              style: attributes['style'],
            })
          break
      }
    },
    close(name, tag) {
      if (name === 'c' && cell) {
        cell.end = tag.end
        cell = null
      } else if (name === 'v' && cell?.hasFormula) cell.result = { start: valueFrom, end: tag.end }
      else if (name === 'row' && row) {
        row.closing = tag.start
        row = null
      } else if (name === 'sheetData') map.sheetData.closing = tag.start
    },
  })
  return map
}

/** The style that a new cell takes: its row's, or else its column's. */
export function styleFor(map: SheetMap, row: RowPlace | undefined, column: number): string | undefined {
  if (row && isSet(row.attributes['customFormat']) && row.attributes['s']) return row.attributes['s']
  return map.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style
}

function nextRow({ rows }: SheetMap, attributes: Record<string, string>, tag: XmlTag): RowPlace {
  const before = rows.at(-1)?.row ?? 0
  const row = rowOf(attributes['r'], before)
  if (row <= before) throw new Refusal('workbook_damaged', { cause: new Error(`row ${row} after ${before}`) })
  return { row, tag, attributes, cells: [], closing: tag.end }
}

function noteFormula(cell: CellPlace, { t, ref }: Record<string, string>, map: SheetMap): void {
  cell.hasFormula = true
  const isBlock = t === 'array' || t === 'dataTable'
  const range = ref ? findRange(ref) : null
  if (!range) return
  if (isBlock) map.arrays.push(range)
  cell.isShared = range.top !== range.bottom || range.left !== range.right
}

function dimensionOf({ ref }: Record<string, string>, tag: XmlTag): SheetMap['dimension'] {
  const range = ref ? findRange(ref) : null
  return range && { tag, range }
}

function rangeOf(ref: string | undefined): Range[] {
  const range = ref ? findRange(ref) : null
  return range ? [range] : []
}
