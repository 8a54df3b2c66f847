import type { Task } from '../model.ts'
import { readNumber } from '../structure/numbering.ts'
import { foldWidth } from '../text/fold-width.ts'
import type { Line } from '../text/lines.ts'
import { cleanTitle } from './item-titles.ts'
import { type LeadRule, readParts } from './roles.ts'

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

/** Tasks of tables whose cells are parted by tabs (or bars): a head row that names a column of units, then its rows. */
export function readTaskTables(text: string, lines: readonly Line[], rule: LeadRule): Task[] {
  const tasks: Task[] = []
  let columns: Column[] | null = null
  let above: Task | null = null
  for (const line of lines) {
    const cells = cellsOf(text, line)
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
function cellsOf(text: string, line: Line): Cell[] {
  const start = text.lastIndexOf('\n', line.start) + 1
  const stop = text.indexOf('\n', line.end)
  const content = foldWidth(text.slice(start, stop < 0 ? text.length : stop))
  const separator = content.includes('\t') ? '\t' : line.content.startsWith('|') ? '|' : null
  if (separator === null) return []
  const cells: Cell[] = []
  let at = 0
  for (const part of content.split(separator)) {
    const trimmed = part.trim()
    const from = start + at + (part.length - part.trimStart().length)
    cells.push({ start: from, end: from + trimmed.length, content: trimmed })
    at += part.length + 1
  }
  return separator === '|' ? cells.slice(1, line.content.endsWith('|') ? -1 : undefined) : cells
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
