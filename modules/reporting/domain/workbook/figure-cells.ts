import type { SheetLine, SheetMapping } from '../../contract-workbooks.ts'

/** A place where a row and a column of figures meet, and what the two say together. */
export interface FigureCell {
  row: SheetLine
  column: SheetLine
  /** Null for a row that is only checked, such as an 其中 row that nobody asked for. */
  indicatorId: string | null
  unitId: string | null
  nature: 'working' | 'statistical'
  /** As written: `now`, `before`, `Q3` … */
  period: string | null
  measure: string | null
}

/** Every figure of a sheet, row by row. */
export function figureCells(mapping: Pick<SheetMapping, 'rows' | 'columns'>): FigureCell[] {
  const figures = (lines: readonly SheetLine[]) => lines.filter(({ kind }) => kind === 'figures')
  const columns = figures(mapping.columns)
  return figures(mapping.rows).flatMap((row) =>
    columns.map((column) => ({
      row,
      column,
      indicatorId: row.indicatorId ?? column.indicatorId,
      unitId: row.unitId ?? column.unitId,
      nature: row.nature ?? column.nature ?? 'working',
      period: row.period ?? column.period,
      measure: row.measure ?? column.measure,
    })),
  )
}

/** Which units report an indicator of a nature, by `indicator nature`. */
export type Reporters = ReadonlyMap<string, readonly string[]>

/** Whose figure a cell is: the unit it names, or the only one that is asked. Null when that is not certain. */
export function unitOfCell(cell: FigureCell, reporters: Reporters): string | null {
  if (cell.unitId !== null) return cell.unitId
  const asked = reporters.get(`${cell.indicatorId} ${cell.nature}`) ?? []
  return asked.length === 1 ? asked[0]! : null
}

/** Whether a cell is for this unit: it names her, or names nobody and she is asked. */
export function isOfUnit(cell: FigureCell, unitId: string, reporters: Reporters): boolean {
  if (cell.unitId !== null) return cell.unitId === unitId
  return (reporters.get(`${cell.indicatorId} ${cell.nature}`) ?? []).includes(unitId)
}
