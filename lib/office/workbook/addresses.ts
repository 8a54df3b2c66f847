/** A cell by row and column, both counted from 1. */
export interface Spot {
  row: number
  column: number
}

/** A block of cells, both corners included, counted from 1. */
export interface Range {
  top: number
  left: number
  bottom: number
  right: number
}

/** The size of a sheet since Excel 2007. */
export const ROWS_MOST = 1_048_576
export const COLUMNS_MOST = 16_384

/** "B12" → row 12, column 2; null when it is no address of a sheet. Dollar signs are taken as well. */
export function findSpot(address: string): Spot | null {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address)
  if (!found) return null
  const spot = { column: columnNumber(found[1]!), row: Number(found[2]) }
  return spot.row > ROWS_MOST || spot.column > COLUMNS_MOST ? null : spot
}

/** "B2:D9" or "B2"; null when it is no range. */
export function findRange(range: string): Range | null {
  const [from, until] = range.split(':')
  const start = findSpot(from ?? '')
  const end = until === undefined ? start : findSpot(until)
  if (!start || !end) return null
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}

/** 28 → "AB" */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

export function addressOf({ row, column }: Spot): string {
  return `${columnName(column)}${row}`
}

export function rangeOf({ top, left, bottom, right }: Range): string {
  return `${addressOf({ row: top, column: left })}:${addressOf({ row: bottom, column: right })}`
}

export function lies({ row, column }: Spot, { top, left, bottom, right }: Range): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

function columnNumber(name: string): number {
  let number = 0
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
