import type { SheetLine, SheetMapping } from '../../contract-workbooks.ts'
import { readLabels } from './form-fields.ts'
import { readName, type WrittenName } from './likeness.ts'
import { assignIndicators, headTopOf, type Matchers, plainLine } from './match-names.ts'
import { looksLikeMeasure } from './measures.ts'
import { readHead, sheetMeasure } from './read-head.ts'
import { type GridLook, headOf, type SheetGrid } from './sheet-grid.ts'
import { partsOfTotals } from './totals.ts'

type Proposed = Pick<SheetMapping, 'headTop' | 'headBottom' | 'nameColumn' | 'rows' | 'columns'>

/** A form whose rows are indicators and whose columns are periods, natures or units. */
export function proposeRows(
  grid: SheetGrid,
  look: GridLook,
  { nameColumn, firstRow }: { nameColumn: number; firstRow: number },
  matchers: Matchers,
): Proposed | null {
  const body = bodyRows(look, nameColumn, firstRow)
  const top = body[0]?.at ?? firstRow
  const headBottom = headBottomAbove(look, top)
  const heads = { headTop: headTopOf(look, headBottom), headBottom }
  const columns = proposeFigureColumns(
    look,
    nameColumn,
    heads,
    body.map(({ at }) => at),
    matchers,
  )
  const said = grid.cells.filter(({ row }) => row < top).map(({ text }) => sheetMeasure(text))
  const measure = said.find((one) => one !== null) ?? null
  const measured = (row: number, name: WrittenName) => {
    const beside = columns.measure === null ? '' : look.text(row, columns.measure).trim()
    return name.measure ?? (looksLikeMeasure(beside) ? beside : measure)
  }
  const unitOf = (row: number) => (columns.unit === null ? null : matchers.unit(look.text(row, columns.unit)))
  const wholes = wholesOf(body)
  const wanted = body
    .filter(({ name }) => !name.isTotal)
    .map(({ at, name }) => {
      const whole = body.find((one) => one.at === wholes.get(at))
      return { at, name, also: whole && whole.name.name + name.name, unitId: unitOf(at) }
    })
  const indicators = assignIndicators(wanted, matchers)
  const rows = body.flatMap(({ at, name, label }): SheetLine[] => {
    const line = plainLine(at, label, name.isTotal ? 'total' : 'figures')
    const asked = indicators.get(at)
    const whole = wholes.get(at) ?? null
    const given = measured(at, name)
    if (!asked && whole === null && !name.isTotal) return []
    return [
      {
        ...line,
        indicatorId: asked?.indicatorId ?? null,
        nature: asked?.nature === 'statistical' ? 'statistical' : null,
        unitId: unitOf(at),
        measure: asked && given === asked.measure ? null : given,
        whole,
      },
    ]
  })
  const figures = columns.lines.filter(({ kind }) => kind === 'figures')
  return {
    ...heads,
    nameColumn,
    columns: columns.lines,
    rows: partsOfTotals(rows, figures, look, new Map(body.map(({ at, section }) => [at, section]))),
  }
}

/** The lowest row of headings above the figures; a line over the whole width between them is no heading. */
function headBottomAbove(look: GridLook, top: number): number {
  for (let row = top - 1; row > Math.max(0, top - 4); row -= 1) {
    const texts = new Set(look.columns.slice(0, 60).map((column) => look.text(row, column).trim()))
    texts.delete('')
    if (texts.size > 1) return row
  }
  return Math.max(1, top - 1)
}

interface BodyRow {
  at: number
  /** Counts the lines over the whole width above it, such as 一、研发投入. */
  section: number
  label: string
  name: WrittenName
}

/** Rows with a name, from the first indicator (or a total right above it) to the lines to sign. */
function bodyRows(look: GridLook, nameColumn: number, firstRow: number): BodyRow[] {
  const body: BodyRow[] = []
  let section = 0
  const before = look.rows.filter((row) => row < firstRow).at(-1)
  for (const row of look.rows) {
    const label = look.text(row, nameColumn)
    const name = readName(label)
    if (row < firstRow && !(row === before && name.isTotal)) continue
    if (/^(注|说明|备注|填表说明|指标解释)\s*[:：]?/.test(label.trim()) || readLabels(label).length > 0) break
    const origin = look.origin(row, nameColumn)
    if (name.name === '' || origin.row !== row) continue
    if (origin.column !== nameColumn) section += 1
    else body.push({ at: row, section, label, name })
  }
  return body
}

/** The row of which each 其中 row is a part; rows set in as far as one are parts as well. */
function wholesOf(body: readonly BodyRow[]): Map<number, number> {
  const wholes = new Map<number, number>()
  let whole: BodyRow | null = null
  let indent: number | null = null
  let section = 0
  for (const row of body) {
    if (row.section !== section) whole = null
    section = row.section
    const { isPart, isTotal } = row.name
    const goesOn: boolean = whole !== null && indent !== null && row.name.indent > 0 && row.name.indent >= indent
    if (!isTotal && whole && (isPart || (goesOn && row.name.indent > whole.name.indent))) {
      wholes.set(row.at, whole.at)
      indent = row.name.indent
    } else {
      whole = isTotal ? null : row
      indent = null
    }
  }
  return wholes
}

/** The columns right of the names: figures by period, nature or unit, and those that tell measures and units of rows. */
function proposeFigureColumns(
  look: GridLook,
  nameColumn: number,
  heads: { headTop: number; headBottom: number },
  rows: readonly number[],
  { unit, frequency }: Matchers,
) {
  const lines: SheetLine[] = []
  const open: number[] = []
  let measure: number | null = null
  let unitColumn: number | null = null
  for (const column of look.columns.filter((one) => one > nameColumn).slice(0, 400)) {
    const head = headOf(look, column, heads)
    const reading = readHead(head, frequency)
    const unitId = unit(lastOf(look, column, heads))
    const texts = rows
      .slice(0, 60)
      .map((row) => look.text(row, column).trim())
      .filter(Boolean)
    const measures = texts.filter(looksLikeMeasure).length
    if (measure === null && (reading.kind === 'measure' || (measures > 0 && measures * 2 > texts.length)))
      measure = column
    else if (reading.kind === 'unit') unitColumn ??= column
    else if (unitId) lines.push({ ...plainLine(column, head), unitId, period: reading.period })
    else if (reading.kind === 'figures')
      lines.push({ ...plainLine(column, head), period: reading.period, nature: reading.nature })
    else if (reading.kind === 'total') lines.push(plainLine(column, head, 'total'))
    else if (reading.kind === 'other' && head.trim() === '') open.push(column)
  }
  const totals = lines.filter(({ kind }) => kind === 'total')
  const ofUnits = lines.filter(({ unitId }) => unitId !== null).map(({ at }) => at)
  for (const total of totals) total.parts = ofUnits
  const [first] = open
  // A form without headings: the first column of figures is this period's.
  if (lines.every(({ kind }) => kind !== 'figures') && first !== undefined)
    lines.push({ ...plainLine(first, ''), period: 'now' })
  return { lines: lines.filter(({ kind, parts }) => kind === 'figures' || parts.length > 0), measure, unit: unitColumn }
}

/** The lowest heading of a column. */
function lastOf(
  look: GridLook,
  column: number,
  { headTop, headBottom }: { headTop: number; headBottom: number },
): string {
  for (let row = headBottom; row >= headTop; row -= 1) {
    const text = look.text(row, column).trim()
    if (text !== '') return text
  }
  return ''
}
