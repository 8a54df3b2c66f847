import { looksLikeUnit } from '../lexicons/units.ts'
import type { Task } from '../model.ts'
import { readNumber } from '../structure/numbering.ts'
import { foldWidth } from '../text/fold-width.ts'
import type { Line } from '../text/lines.ts'
import { cleanTitle } from './item-titles.ts'
import { type LeadRule, readParts } from './roles.ts'
import { bareName, splitList } from './unit-names.ts'

type Column = 'title' | 'lead' | 'responsible' | 'coop' | 'other'

interface Cell {
  start: number
  end: number
  content: string
}

const HEADS: readonly { column: Column; name: RegExp }[] = [
  { column: 'lead', name: /^(?:第一)?牵头(?:责任)?(?:单位|部门|处室|科室)|^主办(?:单位|部门)|^主责(?:单位|部门)/ },
  { column: 'coop', name: /^(?:配合|参与|参加|协办|协作|协同|支持|会办)(?:责任)?(?:单位|部门|处室|科室)/ },
  {
    column: 'responsible',
    name: /^(?:责任|负责|实施|落实|完成|主管|承办)(?:单位|部门|主体|处室|科室)|^责任分工$|^分工$/,
  },
  {
    column: 'title',
    name: /^(?:重点|主要|具体|工作|目标|年度|改革|建设)*(?:任务|事项|工作|措施|举措|内容|项目|行动|要求)(?:名称|内容|分工|措施|举措)?$/,
  },
]

/**
 * Tasks of tables: a head row that names a column of units, then its rows. Cells are parted by tabs, bars or blanks;
 * tables that lost their rows and stand one cell to a line are read by `readCellLines`.
 */
export function readTaskTables(text: string, lines: readonly Line[], rule: LeadRule): Task[] {
  const tasks: Task[] = []
  let columns: Column[] | null = null
  let above: Task | null = null
  for (const line of lines) {
    const cells = cellsOf(text, line, columns?.length ?? 0)
    if (cells.length < 2) {
      // A group title between rows (一、…) keeps the table open; prose ends it.
      if (line.content.length > 40) columns = null
      continue
    }
    const heads = headsOf(cells)
    if (heads) {
      columns = heads
      above = null
    } else if (columns) {
      const task = rowTask(text, cells, columns, rule, above)
      if (task) {
        tasks.push(task)
        above = task
      }
    }
  }
  return tasks
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

/** A table that a page took apart: its heads one to a line, then rows that begin with their number. */
export function readCellLines(text: string, lines: readonly Line[], rule: LeadRule): Task[] {
  const tasks: Task[] = []
  for (let i = 0; i < lines.length; i++) {
    if (!/^(?:序号|编号)$/.test(lines[i]!.content.replace(/\s/g, ''))) continue
    const heads = lines.slice(i, i + 8).findIndex(({ content }) => /^[1一]$/.test(content))
    const columns = heads < 0 ? null : headsOf(lines.slice(i, i + heads).map(asCell))
    if (!columns) continue
    let at = i + heads
    for (let number = 1; ; number++) {
      const end = endOfRow(lines, at, number)
      const task = end > at ? lineTask(text, lines.slice(at + 1, end), columns, rule) : null
      if (task) tasks.push(task)
      if (end >= lines.length || lines[end]!.content !== String(number + 1)) break
      at = end
    }
    i = at
  }
  return tasks
}

function asCell({ start, end, content }: Line): Cell {
  return { start, end, content }
}

/** The line of the next number, or where prose begins. */
function endOfRow(lines: readonly Line[], at: number, number: number): number {
  for (let i = at + 1; i < Math.min(lines.length, at + 40); i++) {
    if (lines[i]!.content === String(number + 1)) return i
  }
  return Math.min(lines.length, at + 5)
}

/** The first line names the task; lists of units fill the columns of units in their order. */
function lineTask(text: string, lines: readonly Line[], columns: Column[], rule: LeadRule): Task | null {
  const title = lines[0]
  if (!title) return null
  const isList = ({ content }: Line) =>
    content.length < 200 && splitList(content).every((name) => looksLikeUnit(bareName(name)))
  const lists = lines.slice(1).filter(isList)
  const wanted = columns.filter((column) => column !== 'title' && column !== 'other')
  const cells = lists.slice(0, wanted.length).map(asCell)
  return rowTask(text, [asCell(title), ...cells], ['title', ...wanted.slice(0, cells.length)], rule, null)
}

function headsOf(cells: Cell[]): Column[] | null {
  const columns = cells.map(({ content }) => {
    const name = content.replace(/\s|\(.*?\)/g, '')
    return HEADS.find((head) => head.name.test(name))?.column ?? 'other'
  })
  return columns.some((column) => column === 'lead' || column === 'responsible') ? columns : null
}

/** A cell that is empty because it was merged with the one above takes its units. */
function rowTask(text: string, cells: Cell[], columns: Column[], rule: LeadRule, above: Task | null): Task | null {
  const at = (column: Column) => cells.filter((cell, i) => columns[i] === column && cell.content !== '')
  // Of several columns of tasks (目标, 任务, 举措) the last names the row.
  const title = at('title').at(-1)
  const units = [...at('lead'), ...at('responsible'), ...at('coop')].sort((a, b) => a.start - b.start)
  if (!title) return null
  if (units.length === 0) return above ? { ...above, title: titleOf(text, title) } : null
  const labelled = [
    ...at('lead').map(({ content }) => `牵头单位:${content}`),
    ...at('responsible').map(({ content }) => `责任单位:${content}`),
    ...at('coop').map(({ content }) => `配合单位:${content}`),
  ].join(';')
  const parts = readParts(labelled, rule)
  if (!parts) return null
  const start = units[0]!.start
  const end = units.at(-1)!.end
  return { start, end, quote: text.slice(start, end), title: titleOf(text, title), ...parts }
}

function titleOf(text: string, { start, end, content }: Cell): string {
  const number = readNumber(content)
  const stop = content.search(/[。;]/)
  return cleanTitle(text.slice(start + (number?.length ?? 0), stop > 0 ? start + stop : end))
}
