import { addressOf, findSpot, lies, type Range, rangeOf, type Spot } from './addresses.ts'
import { encodeEscapes } from './escapes.ts'
import type { CellFault, RefusalCode } from './refusals.ts'
import { type CellPlace, type RowPlace, type SheetMap, styleFor } from './sheet-map.ts'
import { escapeXml } from './xml.ts'

export type CellValue = string | number | boolean | null

/** A value for one cell of a sheet. Null empties the cell and keeps its style. */
export interface CellWrite {
  sheet: string
  address: string
  value: CellValue
}

/** Text to put in place of [start, end) of a source. */
export interface Edit {
  start: number
  end: number
  text: string
}

export interface EditRules {
  overwriteFormulas: boolean
  /** Headings of table objects of this sheet. */
  headings: readonly Range[]
}

/** The longest text that a cell holds. */
const CHARACTERS_MOST = 32_767

/** Why the cells cannot be written; empty when all can. */
export function findFaults(map: SheetMap, writes: readonly CellWrite[], rules: EditRules): CellFault[] {
  return writes.flatMap(({ sheet, address, value }): CellFault[] => {
    const spot = findSpot(address)
    const code = spot === null ? 'cell_address_wrong' : faultOf(map, spot, value, rules)
    return code ? [{ code, sheet, address }] : []
  })
}

function faultOf(map: SheetMap, spot: Spot, value: CellValue, rules: EditRules): RefusalCode | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'cell_value_wrong'
  if (typeof value === 'string' && value.length > CHARACTERS_MOST) return 'cell_value_wrong'
  if (map.merges.some((merge) => lies(spot, merge) && (merge.top !== spot.row || merge.left !== spot.column)))
    return 'cell_is_merged'
  if (rules.headings.some((heading) => lies(spot, heading))) return 'cell_is_table_heading'
  if (map.arrays.some((block) => lies(spot, block) && (block.top !== block.bottom || block.left !== block.right)))
    return 'cell_in_shared_formula'
  const cell = findRow(map, spot.row)?.cells.find(({ column }) => column === spot.column)
  if (!cell?.hasFormula) return null
  if (!rules.overwriteFormulas) return 'cell_is_formula'
  return cell.isShared ? 'cell_in_shared_formula' : null
}

/**
 * The edits that put the values into their cells. A cell keeps its style; one that was not there takes that of its row
 * or column. Text is written in place and never as a formula, whatever sign it begins with.
 */
export function editCells(map: SheetMap, writes: readonly CellWrite[]): Edit[] {
  const byRow = new Map<number, Map<number, CellValue>>()
  for (const { address, value } of writes) {
    const { row, column } = findSpot(address)!
    const cells = byRow.get(row) ?? new Map<number, CellValue>()
    byRow.set(row, cells.set(column, value))
  }
  const edits: Edit[] = []
  const missing: [number, Map<number, CellValue>][] = []
  for (const [row, cells] of [...byRow].sort(([a], [b]) => a - b)) {
    const place = findRow(map, row)
    if (place) edits.push(...editRow(map, place, cells))
    else missing.push([row, cells])
  }
  return [...edits, ...addRows(map, missing), ...widen(map, byRow)]
}

/** Drops the remembered results of formulas: after an edit they may be wrong, and no result is better than an old one. */
export function dropResults(map: SheetMap, except: readonly Edit[]): Edit[] {
  const edited = new Set(except.map(({ start }) => start))
  return map.rows.flatMap(({ cells }) =>
    cells.flatMap(({ result, start }) => (result && !edited.has(start) ? [{ ...result, text: '' }] : [])),
  )
}

/** Applies edits that do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(source.slice(at, start), text)
    at = end
  }
  return [...pieces, source.slice(at)].join('')
}

function findRow(map: SheetMap, row: number): RowPlace | undefined {
  let [low, high] = [0, map.rows.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = map.rows[middle]!
    if (found.row === row) return found
    if (found.row < row) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

function editRow(map: SheetMap, place: RowPlace, values: ReadonlyMap<number, CellValue>): Edit[] {
  const edits: Edit[] = []
  const added = new Map<number, string>()
  for (const [column, value] of [...values].sort(([a], [b]) => a - b)) {
    const cell = place.cells.find((one) => one.column === column)
    const xml = cellXml(map, { row: place.row, column }, value, cell ? cell.style : styleFor(map, place, column))
    if (cell) edits.push({ start: cell.start, end: cell.end, text: xml })
    else if (value !== null) {
      const at = insertionPoint(place, column)
      added.set(at, (added.get(at) ?? '') + xml)
    }
  }
  if (place.tag.isEmpty) {
    const cells = [...added.values()].join('')
    return cells === '' ? [] : [openEmpty(map, place.tag, 'row', cells, withoutSpans(place))]
  }
  const inserts = [...added].map(([at, text]) => ({ start: at, end: at, text }))
  const opening = added.size > 0 && place.attributes['spans'] ? [openingEdit(map, place)] : []
  return [...edits, ...inserts, ...opening]
}

function insertionPoint(place: RowPlace, column: number): number {
  const next: CellPlace | undefined = place.cells.find((cell) => cell.column > column)
  return next ? next.start : place.closing
}

/** Rows that the sheet does not have yet, each before the next one it has. */
function addRows(map: SheetMap, missing: readonly [number, ReadonlyMap<number, CellValue>][]): Edit[] {
  const added = new Map<number, string>()
  for (const [row, values] of missing) {
    const cells = [...values]
      .filter(([, value]) => value !== null)
      .sort(([a], [b]) => a - b)
      .map(([column, value]) => cellXml(map, { row, column }, value, styleFor(map, undefined, column)))
    if (cells.length === 0) continue
    const at = map.rows.find((place) => place.row > row)?.tag.start ?? map.sheetData.closing
    const xml = `<${map.prefix}row r="${row}">${cells.join('')}</${map.prefix}row>`
    added.set(at, (added.get(at) ?? '') + xml)
  }
  if (map.sheetData.tag.isEmpty) {
    const rows = [...added.values()].join('')
    return rows === '' ? [] : [openEmpty(map, map.sheetData.tag, 'sheetData', rows, '')]
  }
  return [...added].map(([at, text]) => ({ start: at, end: at, text }))
}

function openEmpty(
  map: SheetMap,
  tag: { start: number; end: number },
  name: string,
  content: string,
  attributes: string,
) {
  const qualified = `${map.prefix}${name}`
  return { start: tag.start, end: tag.end, text: `<${qualified}${attributes}>${content}</${qualified}>` }
}

function openingEdit(map: SheetMap, place: RowPlace): Edit {
  return { start: place.tag.start, end: place.tag.end, text: `<${map.prefix}row${withoutSpans(place)}>` }
}

/** `spans` tells which columns a row uses, to read it faster; it may be left out and must not be wrong. */
function withoutSpans(place: RowPlace): string {
  return Object.entries(place.attributes)
    .filter(([name]) => name !== 'spans')
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')
}

/** The size that the sheet says it has, when a cell beyond it was written. */
function widen(map: SheetMap, byRow: ReadonlyMap<number, ReadonlyMap<number, CellValue>>): Edit[] {
  if (!map.dimension) return []
  const { tag, range } = map.dimension
  const wide = { ...range }
  for (const [row, cells] of byRow) {
    for (const column of cells.keys()) {
      wide.top = Math.min(wide.top, row)
      wide.bottom = Math.max(wide.bottom, row)
      wide.left = Math.min(wide.left, column)
      wide.right = Math.max(wide.right, column)
    }
  }
  if (rangeOf(wide) === rangeOf(range)) return []
  return [{ start: tag.start, end: tag.end, text: `<${map.prefix}dimension ref="${rangeOf(wide)}"/>` }]
}

function cellXml({ prefix }: SheetMap, spot: Spot, value: CellValue, style: string | undefined): string {
  const head = `<${prefix}c r="${addressOf(spot)}"${style ? ` s="${escapeXml(style)}"` : ''}`
  const tail = `</${prefix}c>`
  const plain = (text: string) => `<${prefix}v>${text}</${prefix}v>${tail}`
  if (value === null) return `${head}/>`
  if (typeof value === 'number') return `${head}>${plain(String(value))}`
  if (typeof value === 'boolean') return `${head} t="b">${plain(value ? '1' : '0')}`
  const text = escapeXml(encodeEscapes(value))
  return `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>${tail}`
}
