import type { SheetLine, SheetMapping } from '../../contract-workbooks.ts'
import { readLabels } from './form-fields.ts'
import { readName } from './likeness.ts'
import { assignIndicators, headTopOf, type Matchers, plainLine } from './match-names.ts'
import { readHead, sheetMeasure } from './read-head.ts'
import { type GridLook, headOf, type SheetGrid } from './sheet-grid.ts'

type Proposed = Pick<SheetMapping, 'headTop' | 'headBottom' | 'nameColumn' | 'rows' | 'columns'>

/** A form whose columns are indicators and whose rows are units or periods, as a collated table of all units. */
export function proposeColumns(
  grid: SheetGrid,
  look: GridLook,
  { headRow }: { headRow: number },
  matchers: Matchers,
): Proposed | null {
  const headBottom = headBottomOf(look, headRow, matchers)
  const heads = { headTop: Math.min(headTopOf(look, headRow), headRow), headBottom }
  const below = look.rows.filter((row) => row > headBottom)
  const nameColumn = unitColumn(look, below, matchers)
  const measure = grid.cells.map(({ text }) => sheetMeasure(text)).find((one) => one !== null) ?? null
  const names = look.columns
    .filter((column) => column !== nameColumn)
    .slice(0, 400)
    .map((column) => {
      const head = headOf(look, column, heads)
      return {
        at: column,
        head,
        name: readName(look.text(headRow, column)),
        unitId: null,
        reading: readHead(head, matchers.frequency),
      }
    })
  // Two columns under one heading are two periods of one indicator.
  const firsts = names.filter(({ at }) => look.origin(headRow, at).column === at)
  const indicators = assignIndicators(firsts, matchers)
  const columns = names.flatMap(({ at, head, name, reading }): SheetLine[] => {
    const asked = indicators.get(look.origin(headRow, at).column)
    if (!asked || (reading.kind === 'other' && headBottom > headRow && /同比|增|%$/.test(head))) return []
    const given = name.measure ?? measure
    return [
      {
        ...plainLine(at, head),
        indicatorId: asked.indicatorId,
        nature: asked.nature === 'statistical' ? 'statistical' : null,
        period: reading.kind === 'figures' ? reading.period : null,
        measure: given === asked.measure ? null : given,
      },
    ]
  })
  const rows = proposeUnitRows(look, below, nameColumn, matchers)
  return columns.length === 0 || rows.length === 0 ? null : { ...heads, nameColumn, rows, columns }
}

/** Headings go on below the row of indicators while they speak of periods. */
function headBottomOf(look: GridLook, headRow: number, { frequency }: Matchers): number {
  let bottom = headRow
  for (const column of look.columns.slice(0, 60)) {
    for (let row = headRow + 1; row <= headRow + 2; row += 1) {
      const text = look.text(row, column).trim()
      if (text !== '' && (look.origin(row, column).row <= headRow || readHead(text, frequency).kind === 'figures'))
        bottom = Math.max(bottom, row)
    }
  }
  return bottom
}

function unitColumn(look: GridLook, rows: readonly number[], { unit }: Matchers): number {
  let best = { column: look.columns[0] ?? 1, count: 0 }
  for (const column of look.columns.slice(0, 8)) {
    const count = rows.slice(0, 200).filter((row) => unit(look.text(row, column))).length
    if (count > best.count) best = { column, count }
  }
  return best.column
}

function proposeUnitRows(look: GridLook, rows: readonly number[], nameColumn: number, matchers: Matchers): SheetLine[] {
  const lines: SheetLine[] = []
  for (const row of rows) {
    const label = look.text(row, nameColumn)
    if (readLabels(label).length > 0) break
    const name = readName(label)
    const unitId = matchers.unit(name.name)
    const reading = readHead(label, matchers.frequency)
    if (name.isTotal) lines.push(plainLine(row, label, 'total'))
    else if (unitId) lines.push({ ...plainLine(row, label), unitId })
    else if (reading.kind === 'figures') lines.push({ ...plainLine(row, label), period: reading.period })
  }
  const units = lines.filter(({ kind, unitId }) => kind === 'figures' && unitId !== null).map(({ at }) => at)
  return lines
    .map((line) => (line.kind === 'total' ? { ...line, parts: units } : line))
    .filter(({ kind, parts }) => kind === 'figures' || parts.length > 0)
}
