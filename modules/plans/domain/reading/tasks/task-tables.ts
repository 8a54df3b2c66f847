import { type Column, columnOf } from '../lexicons/table-heads.ts'
import type { Task } from '../model.ts'
import { readNumber } from '../structure/numbering.ts'
import { foldWidth } from '../text/fold-width.ts'
import type { Line } from '../text/lines.ts'
import { findCellTables, isUnitCell, isUnitColumn } from './cell-lines.ts'
import { cleanTitle } from './item-titles.ts'
import { type LeadRule, readParts } from './roles.ts'
import { asWritten } from './written-names.ts'

interface Cell {
  start: number
  end: number
  content: string
}

/** A head and the rows under it. */
interface Table {
  columns: Column[]
  rows: Cell[][]
}

/**
 * Tasks of tables: a head row that names a column of units, then its rows. Cells are parted by tabs, bars or blanks;
 * tables that lost their rows and stand one cell to a line are read by `readCellLines`.
 */
export function readTaskTables(text: string, lines: readonly Line[], rule: LeadRule): Task[] {
  return findTables(text, lines).flatMap(({ columns, rows }) => {
    const title = titleColumns(columns, rows)
    const tasks: Task[] = []
    for (const cells of rows) {
      const task = rowTask(text, { cells, columns, title }, rule, tasks.at(-1) ?? null)
      if (task) tasks.push(task)
    }
    return tasks
  })
}

function findTables(text: string, lines: readonly Line[]): Table[] {
  const tables: Table[] = []
  let open: Table | null = null
  for (const line of lines) {
    const cells = cellsOf(text, line, open?.columns.length ?? 0)
    if (cells.length < 2) {
      // A group title between rows (一、…) keeps the table open; prose ends it.
      if (line.content.length > 40) open = null
      continue
    }
    const columns = headsOf(cells)
    if (columns) {
      open = { columns, rows: [] }
      tables.push(open)
    } else {
      open?.rows.push(cells)
    }
  }
  return tables
}

/**
 * The columns that may name a row, the best first. The task names it unless its cells were merged over several rows;
 * then what tells the rows apart does. Goals name a row only where there is nothing else.
 */
function titleColumns(columns: readonly Column[], rows: readonly Cell[][]): number[] {
  const of = (column: Column) => columns.flatMap((other, i) => (other === column ? [i] : []))
  const own = [...of('task'), ...of('measure')]
  const isMerged = (column: number) => {
    const cells = rows.map((cells) => cells[column]?.content ?? '')
    const named = cells.filter(Boolean)
    return named.length < cells.length || new Set(named).size < named.length
  }
  return [...own.filter((column) => !isMerged(column)), ...own.filter(isMerged).reverse(), ...of('goal')]
}

/** The cells of a whole line: a line's own bounds leave out empty cells at its ends. */
function cellsOf(text: string, line: Line, columns: number): Cell[] {
  const start = text.lastIndexOf('\n', line.start) + 1
  const stop = text.indexOf('\n', line.end)
  const content = foldWidth(text.slice(start, stop < 0 ? text.length : stop))
  if (content.includes('\t')) return splitCells(content, start, /\t/g)
  if (line.content.startsWith('|')) {
    return splitCells(content, start, /\|/g).slice(1, line.content.endsWith('|') ? -1 : undefined)
  }
  // Blanks part cells only where they give a head, or as many cells as the head has.
  if (line.content.length > 300) return []
  const cells = splitCells(line.content, line.start, /\s+/g)
  return cells.length === columns || (cells.length > 2 && headsOf(cells)) ? cells : []
}

function splitCells(content: string, start: number, separator: RegExp): Cell[] {
  const cells: Cell[] = []
  let at = 0
  for (const match of [...content.matchAll(separator), { index: content.length, 0: '' }]) {
    const part = content.slice(at, match.index)
    const from = start + at + (part.length - part.trimStart().length)
    cells.push({ start: from, end: from + part.trim().length, content: part.trim() })
    at = match.index + match[0].length
  }
  return cells
}

/** Tasks of tables that stand one cell to a line. */
export function readCellLines(text: string, lines: readonly Line[], rule: LeadRule): Task[] {
  return findCellTables(lines).flatMap(({ columns, rows }) =>
    rows.flatMap((row) => lineTask(text, row, columns, rule) ?? []),
  )
}

function asCell({ start, end, content }: Line): Cell {
  return { start, end, content }
}

/** The first line names the task; lists of units fill the columns of units in their order. */
function lineTask(text: string, lines: readonly Line[], heads: readonly Column[], rule: LeadRule): Task | null {
  const title = lines[0]
  if (!title) return null
  const lists = lines.slice(1).filter(isUnitCell)
  const wanted = heads.filter(isUnitColumn)
  const cells = lists.slice(0, wanted.length).map(asCell)
  const columns: Column[] = ['task', ...wanted.slice(0, cells.length)]
  return rowTask(text, { cells: [asCell(title), ...cells], columns, title: [0] }, rule, null)
}

function headsOf(cells: Cell[]): Column[] | null {
  const columns = cells.map(({ content }) => columnOf(content))
  return columns.some((column) => column === 'lead' || column === 'responsible') ? columns : null
}

interface Row {
  cells: Cell[]
  columns: readonly Column[]
  /** Indexes of the columns that may name it, the best first. */
  title: readonly number[]
}

/** A cell that is empty because it was merged with the one above takes its units. */
function rowTask(text: string, { cells, columns, title }: Row, rule: LeadRule, above: Task | null): Task | null {
  const at = (column: Column) => cells.filter((cell, i) => columns[i] === column && cell.content !== '')
  const name = title.map((column) => cells[column]).find((cell) => cell && cell.content !== '')
  const units = [...at('lead'), ...at('responsible'), ...at('coop')].sort((a, b) => a.start - b.start)
  if (!name) return null
  if (units.length === 0) return above ? { ...above, title: titleOf(text, name) } : null
  const labelled = [
    ...at('lead').map(({ content }) => `牵头单位:${content}`),
    ...at('responsible').map(({ content }) => `责任单位:${content}`),
    ...at('coop').map(({ content }) => `配合单位:${content}`),
  ].join(';')
  const parts = readParts(labelled, rule)
  if (!parts) return null
  const start = units[0]!.start
  const end = units.at(-1)!.end
  const quote = text.slice(start, end)
  return { start, end, quote, title: titleOf(text, name), ...asWritten(parts, quote) }
}

function titleOf(text: string, { start, end, content }: Cell): string {
  const number = readNumber(content)
  const stop = content.search(/[。;]/)
  return cleanTitle(text.slice(start + (number?.length ?? 0), stop > 0 ? start + stop : end))
}
