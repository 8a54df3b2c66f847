import { type Column, columnOf } from '../lexicons/table-heads.ts'
import { looksLikeUnit } from '../lexicons/units.ts'
import type { Line } from '../text/lines.ts'
import { bareName, splitList } from './unit-names.ts'

/** A table that a page took apart, one cell to a line. */
export interface CellTable {
  columns: Column[]
  /** Index of the line that holds its first head. */
  start: number
  /** Index of the line after its last cell. */
  end: number
  rows: Line[][]
}

const NUMBER_HEAD = /^(?:序号|编号)$/
const OTHER_HEAD = /^(?:类别|类型|领域|板块|完成时限|完成时间|时间节点|时限|时限要求|责任领导|牵头领导|备注|进度安排)$/

/** Finds these tables: heads, then rows that begin with their number, or that fill the heads one by one. */
export function findCellTables(lines: readonly Line[]): CellTable[] {
  const tables: CellTable[] = []
  for (let i = 0; i < lines.length; i++) {
    const table = numberedTable(lines, i) ?? plainTable(lines, i)
    if (!table) continue
    tables.push(table)
    i = table.end - 1
  }
  return tables
}

/** The lists of units among the cells of a row. */
export function isUnitCell({ content }: Line): boolean {
  return content.length < 200 && splitList(content).every((name) => looksLikeUnit(bareName(name)))
}

function headOf({ content }: Line): string {
  return content.replace(/\s/g, '')
}

function namesUnits(columns: readonly Column[]): boolean {
  return columns.some((column) => column === 'lead' || column === 'responsible')
}

function numberedTable(lines: readonly Line[], start: number): CellTable | null {
  if (!NUMBER_HEAD.test(headOf(lines[start]!))) return null
  const heads = lines.slice(start, start + 12).findIndex(({ content }) => /^[1一]$/.test(content))
  const columns = lines.slice(start, start + Math.max(0, heads)).map(({ content }) => columnOf(content))
  if (!namesUnits(columns)) return null
  const rows: Line[][] = []
  let at = start + heads
  for (let number = 1; ; number++) {
    const end = endOfRow(lines, at, number, columns.length)
    rows.push(lines.slice(at + 1, end))
    at = end
    if (end >= lines.length || lines[end]!.content !== String(number + 1)) break
  }
  return { columns, start, end: at, rows }
}

/** The line of the next number; the last row has as many cells as the head. */
function endOfRow(lines: readonly Line[], at: number, number: number, columns: number): number {
  for (let i = at + 1; i < Math.min(lines.length, at + 40); i++) {
    if (lines[i]!.content === String(number + 1)) return i
  }
  return Math.min(lines.length, at + columns)
}

/** Heads without a number column: every row has as many cells, and units where the head wants them. */
function plainTable(lines: readonly Line[], start: number): CellTable | null {
  const columns: Column[] = []
  for (const line of lines.slice(start, start + 8)) {
    if (line.content.length > 20) break
    const column = columnOf(headOf(line))
    if (column === 'other' && !OTHER_HEAD.test(headOf(line))) break
    columns.push(column)
  }
  if (columns.length < 2 || !columns.includes('task') || !namesUnits(columns)) return null
  const rows: Line[][] = []
  let at = start + columns.length
  for (; at + columns.length <= lines.length; at += columns.length) {
    const row = lines.slice(at, at + columns.length)
    const fits = row.every((cell, i) => !isUnitColumn(columns[i]!) || isUnitCell(cell))
    if (!fits) break
    rows.push(row)
  }
  return rows.length === 0 ? null : { columns, start, end: at, rows }
}

export function isUnitColumn(column: Column): boolean {
  return column === 'lead' || column === 'responsible' || column === 'coop'
}
