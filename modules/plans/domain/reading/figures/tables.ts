import type { Comparator, Figure, Noise, Place } from '../model.ts'
import type { Frame } from './frame.ts'
import { findTimes } from './years.ts'

/**
 * Indicator tables inside a text: rows whose cells are parted by tabs, strokes or wide gaps, under a header that
 * names the columns (指标 | 单位 | 2020年 | 2025年目标). Each number becomes a figure; the header gives year and kind.
 * Tables whose cells are sentences (任务分解表) are left to the reader of paragraphs.
 */

export interface Table extends Place {
  figures: Figure[]
}

interface Cell extends Place {
  words: string
}

type Row = Cell[]

interface Column {
  role: 'name' | 'unit' | 'value' | 'other'
  year: number | null
  startYear: number | null
  kind: Figure['kind']
  /** 年均增长 and the like: an aspect of the indicator, with a unit of its own. */
  aspect: string
  unit: string
}

const GAP = /\t|\s*\|\s*| {2,}/g
const RULE = /^[\s|:+-]*$/
const NAME_HEADER = /指\s*标|名\s*称|项\s*目/
const UNIT_HEADER = /^(?:计量|数据)?单\s*位$/
const SIDE_HEADER = /序号|属性|性质|备注|责任|牵头|部门|来源|类\s*别|类型|说明|时限/
const LOOKS_BACK = /基期|现状|基数|基准|基础值|实际|完成|现值|达到值|实绩/
const LOOKS_AHEAD = /目标|预期|规划|预计/
const GROWTH = /年均(?:增长|增速)|累计|增长/
const VALUE =
  /^[[(]?\s*(≥|≤|>=|<=|>|<|约|超过|突破|不低于|不少于|不超过|大于|小于|低于)?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(?:\s*[-—–~至]\s*(\d+(?:\.\d+)?))?\s*([^\d\s\])]{0,8}?)(以上|左右|以内|以下)?\s*[\])]?$/
const SIGNS: Record<string, Comparator> = {
  '≥': 'ge',
  '>=': 'ge',
  不低于: 'ge',
  不少于: 'ge',
  '≤': 'le',
  '<=': 'le',
  不超过: 'le',
  '>': 'gt',
  超过: 'gt',
  突破: 'gt',
  大于: 'gt',
  '<': 'lt',
  小于: 'lt',
  低于: 'lt',
  约: 'approx',
  以上: 'ge',
  左右: 'approx',
  以内: 'le',
  以下: 'le',
}
/** A header without year or purpose, or a body of sentences, makes no indicator table. */
const MOSTLY = 0.6

/** All indicator tables of normalised text. */
export function readTables(text: string, noise: Noise[], frame: Frame): Table[] {
  const tables: Table[] = []
  for (const rows of findBlocks(text, noise)) {
    const header = rows.findIndex((row) => row.some(({ words }) => NAME_HEADER.test(words) || UNIT_HEADER.test(words)))
    const top = rows[header]
    if (!top || header > 2) continue
    const columns = withBasis(
      top.map(({ words }) => readColumn(words, frame)),
      frame,
    )
    if (!columns.some(({ role }) => role === 'name')) continue
    const body = rows.slice(header + 1)
    const read = body.map((row) => readRow(row, columns))
    const cells = body.flatMap((row) => align(row, columns).filter(({ column }) => column.role === 'value'))
    const filled = cells.filter(({ cell }) => /\d/.test(cell.words))
    const figures = read.flat()
    if (figures.length === 0 || figures.length < MOSTLY * filled.length) continue
    tables.push({ start: top[0]?.start ?? 0, end: rows.at(-1)?.at(-1)?.end ?? 0, figures })
  }
  return tables
}

/** Runs of lines with at least three cells. */
function findBlocks(text: string, noise: Noise[]): Row[][] {
  const blocks: Row[][] = []
  let block: Row[] = []
  const close = (): void => {
    if (block.length >= 2) blocks.push(block)
    block = []
  }
  let at = 0
  let blank = 0
  while (at < text.length) {
    const lineBreak = text.indexOf('\n', at)
    const end = lineBreak < 0 ? text.length : lineBreak
    const line = text.slice(at, end)
    const row = line.length < 600 && !RULE.test(line) ? splitCells(line, at) : []
    if (row.length >= 3) {
      block.push(row)
      blank = 0
    } else if (line.trim() === '' || RULE.test(line)) {
      blank += 1
      if (blank > 1) close()
    } else close()
    at = end + 1
  }
  close()
  const quiet = (row: Row) =>
    noise.some(({ start, end }) => (row[0]?.start ?? 0) >= start && (row[0]?.start ?? 0) < end)
  return blocks.filter((rows) => rows[0] && !quiet(rows[0]))
}

function splitCells(line: string, offset: number): Row {
  if (!/\t|\||\S {2,}\S/.test(line)) return []
  const cells: Row = []
  const trimmed = line.replace(/[\s|]+$/, '')
  let at = /^[ |]*/.exec(trimmed)?.[0].length ?? 0
  const push = (start: number, end: number): void => {
    const words = trimmed.slice(start, end).trim()
    const lead = trimmed.slice(start, end).length - trimmed.slice(start, end).trimStart().length
    cells.push({ words, start: offset + start + lead, end: offset + start + lead + words.length })
  }
  for (const gap of trimmed.matchAll(GAP)) {
    if (gap.index < at) continue
    push(at, gap.index)
    at = gap.index + gap[0].length
  }
  push(at, trimmed.length)
  return cells
}

function readColumn(words: string, frame: Frame): Column {
  const column: Column = { role: 'other', year: null, startYear: null, kind: 'target', aspect: '', unit: '' }
  if (UNIT_HEADER.test(words)) return { ...column, role: 'unit' }
  const [time] = findTimes(words).filter(({ year }) => year !== null)
  const bare = /(?:^|\D)(20\d{2})(?:$|\D)/.exec(words)?.[1]
  const year = time?.year ?? (bare ? Number(bare) : null)
  const dated = year !== null || LOOKS_BACK.test(words) || LOOKS_AHEAD.test(words) || GROWTH.test(words)
  if (!dated || SIDE_HEADER.test(words)) return NAME_HEADER.test(words) ? { ...column, role: 'name' } : column
  const first = frame.startYear ?? frame.planYear
  const back = LOOKS_BACK.test(words) || (!LOOKS_AHEAD.test(words) && year !== null && first !== null && year < first)
  const kind = back ? (frame.genre === 'plan' ? 'baseline' : 'actual') : 'target'
  const aspect = GROWTH.exec(words)?.[0] ?? ''
  const fallback = back ? frame.reportYear : (frame.endYear ?? frame.planYear)
  const unit = /[(]([^()]{1,8})[)]/.exec(words)?.[1] ?? ''
  return {
    role: 'value',
    year: year ?? fallback,
    startYear: time?.startYear ?? (aspect && !back ? frame.startYear : null),
    kind,
    aspect,
    unit: /^\D+$/.test(unit) && !/年|目标|预/.test(unit) ? unit : '',
  }
}

/** 2020年 beside 2025年: in a plan that does not say when it begins, the earlier of two years far apart is its basis. */
function withBasis(columns: Column[], frame: Frame): Column[] {
  const years = columns.filter(({ role, year }) => role === 'value' && year !== null).map(({ year }) => year!)
  if (frame.genre !== 'plan' || frame.startYear !== null || years.length !== 2 || years[1]! - years[0]! < 3)
    return columns
  return columns.map((column) => (column.year === years[0] ? { ...column, kind: 'baseline' } : column))
}

/** A row that lacks its leading cells (merged categories) keeps its place at the right. */
function align(row: Row, columns: Column[]): { cell: Cell; column: Column }[] {
  const shift = Math.max(0, columns.length - row.length)
  return row.flatMap((cell, i) => {
    const column = columns[i + shift]
    return column ? [{ cell, column }] : []
  })
}

function readRow(row: Row, columns: Column[]): Figure[] {
  const aligned = align(row, columns)
  const nameCell = aligned.find(({ column, cell }) => column.role === 'name' && cell.words !== '')?.cell
  const first = row[0]
  if (!nameCell || !first || /^[\d.]*$/.test(nameCell.words)) return []
  const written = /[(]([^()]*)[)]$/.exec(nameCell.words)
  const unitCell = aligned.find(({ column }) => column.role === 'unit')?.cell.words || undefined
  const name = nameCell.words.replace(/^(?:其中:|\d{1,2}[.、]\s*|[(][\d一二三四五六七八九十]+[)])/, '')
  const ownUnit = unitCell ?? written?.[1] ?? ''
  const plainName = unitCell === undefined && written ? name.replace(/[(][^()]*[)]$/, '') : name
  return aligned.flatMap(({ cell, column }) => {
    const value = column.role === 'value' ? VALUE.exec(cell.words) : null
    if (!value) return []
    const [, sign, number = '', upper, unit = '', behind] = value
    return {
      start: first.start,
      end: cell.end,
      quote: '',
      name: plainName + column.aspect,
      value: Number(number.replaceAll(',', '')),
      value2: upper ? Number(upper) : null,
      unit: unit || column.unit || (/^[—/-]*$/.test(ownUnit) ? '' : ownUnit),
      comparator: upper ? 'range' : (SIGNS[sign ?? behind ?? ''] ?? 'eq'),
      year: column.year,
      startYear: column.startYear,
      perYear: false,
      kind: column.kind,
      estimate: false,
    }
  })
}
