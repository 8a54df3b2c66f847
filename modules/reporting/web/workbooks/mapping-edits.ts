import type { FormField, SheetLine, SheetMapping, SheetView, WorkbookMapping } from '../../contract-workbooks.ts'
import { headTopOf, plainLine } from '../../domain/workbook/match-names.ts'
import { type GridLook, headOf, lookInto } from '../../domain/workbook/sheet-grid.ts'

/** The drawn sheet, asked by place. */
export function lookAt({ sheet, hidden, cells, merges }: SheetView): GridLook {
  return lookInto({
    name: sheet,
    hidden,
    merges,
    cells: cells.map(([row, column, text, hasFormula]) => ({
      row,
      column,
      kind: 'text',
      value: text,
      text,
      hasFormula,
      isPercent: false,
    })),
  })
}

export type Axis = 'rows' | 'columns'
export type Mapping = Pick<WorkbookMapping, 'sheets'>

/** A change of a line; null takes it out of use. */
export type LineChange = Partial<Omit<SheetLine, 'at' | 'label'>> | null

/** The mapping with one row or column of a sheet changed. A line that is named for the first time takes its label from the sheet. */
export function changeLine(
  mapping: Mapping,
  look: GridLook,
  place: { sheet: string; axis: Axis; at: number },
  change: LineChange,
): Mapping {
  const { sheet, axis, at } = place
  const known = mapping.sheets.find((one) => one.sheet === sheet) ?? newSheet(look, sheet, axis === 'rows' ? at : null)
  const others = known[axis].filter((line) => line.at !== at)
  const before = known[axis].find((line) => line.at === at) ?? plainLine(at, labelOf(look, known, axis, at))
  const lines = change === null ? others : [...others, cleaned({ ...before, ...change })]
  lines.sort((a, b) => a.at - b.at)
  const changed = { ...known, [axis]: change === null ? lines.map((line) => forget(line, at)) : lines }
  return withSheet(mapping, changed)
}

/** What a cell takes, such as the name of who prepared the form; null for nothing. */
export function changeField(
  mapping: Mapping,
  look: GridLook,
  place: { sheet: string; row: number; column: number },
  field: FormField['field'] | null,
): Mapping {
  const known = mapping.sheets.find((one) => one.sheet === place.sheet) ?? newSheet(look, place.sheet, null)
  const { row, column } = look.origin(place.row, place.column)
  const isHere = (one: FormField) => one.intoRow === row && one.intoColumn === column
  const others = known.fields.filter((one) => !isHere(one) && one.field !== field)
  const fields = field === null ? others : [...others, { field, row, column, intoRow: row, intoColumn: column }]
  return withSheet(mapping, { ...known, fields })
}

function withSheet(mapping: Mapping, changed: SheetMapping): Mapping {
  const isUsed = changed.rows.length + changed.columns.length + changed.fields.length > 0
  const others = mapping.sheets.filter(({ sheet }) => sheet !== changed.sheet)
  return { sheets: isUsed ? [...others, changed] : others }
}

function newSheet(look: GridLook, sheet: string, row: number | null): SheetMapping {
  const first = row ?? look.rows[1] ?? 2
  const headBottom = Math.max(1, first - 1)
  const nameColumn = look.columns.find((column) => look.text(first, column).trim().length > 1) ?? look.columns[0] ?? 1
  return { sheet, headTop: headTopOf(look, headBottom), headBottom, nameColumn, rows: [], columns: [], fields: [] }
}

function labelOf(look: GridLook, sheet: SheetMapping, axis: Axis, at: number): string {
  return (axis === 'rows' ? look.text(at, sheet.nameColumn) : headOf(look, at, sheet)).slice(0, 500)
}

/** A total has no indicator and is part of nothing; figures add nothing up. */
function cleaned(line: SheetLine): SheetLine {
  if (line.kind === 'total') return { ...line, indicatorId: null, whole: null }
  return { ...line, parts: [] }
}

function forget(line: SheetLine, at: number): SheetLine {
  return { ...line, whole: line.whole === at ? null : line.whole, parts: line.parts.filter((part) => part !== at) }
}
