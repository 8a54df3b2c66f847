import type { SheetMapping, WorkbookMapping } from '../../contract-workbooks.ts'
import { findFields } from './form-fields.ts'
import { LIKE_ENOUGH, readName } from './likeness.ts'
import { type Asked, type Matchers, matchersFor, NAME_MOST } from './match-names.ts'
import { proposeColumns } from './propose-columns.ts'
import { proposeRows } from './propose-rows.ts'
import { type GridCell, lookInto, type SheetGrid } from './sheet-grid.ts'

/**
 * Proposes which cells of a bureau's workbook stand for which figures, from its own words: names of indicators with
 * their measures in brackets, 其中 rows, totals, headings of periods and units, lines to sign. A person corrects it.
 */
export function proposeMapping(grids: readonly SheetGrid[], asked: Asked): WorkbookMapping {
  const matchers = matchersFor(asked)
  return { sheets: grids.flatMap((grid) => proposeSheet(grid, matchers) ?? []).slice(0, 20) }
}

function proposeSheet(grid: SheetGrid, matchers: Matchers): SheetMapping | null {
  const look = lookInto(grid)
  const found = findNames(grid.cells, matchers)
  const column = busiest(found, ({ cell }) => cell.column)
  const row = busiest(found, ({ cell }) => cell.row)
  if (!column || !row) return null
  const part =
    column.count >= row.count
      ? proposeRows(grid, look, { nameColumn: column.at, firstRow: column.first.row }, matchers)
      : proposeColumns(grid, look, { headRow: row.at }, matchers)
  if (!part) return null
  return { sheet: grid.name, ...part, fields: findFields(look, grid.cells, part.headTop) }
}

interface FoundName {
  cell: GridCell
  indicatorId: string
}

/** Cells whose text is like the name of an indicator. */
function findNames(cells: readonly GridCell[], { indicator }: Matchers): FoundName[] {
  const seen = new Map<string, string | null>()
  return cells.flatMap((cell) => {
    if (cell.kind !== 'text' || cell.text.length > NAME_MOST) return []
    let id = seen.get(cell.text)
    if (id === undefined) {
      const { name } = readName(cell.text)
      const [best] = name === '' ? [] : indicator(name, 1)
      id = best && best.score >= LIKE_ENOUGH ? best.item.indicatorId : null
      seen.set(cell.text, id)
    }
    return id === null ? [] : [{ cell, indicatorId: id }]
  })
}

/** The row or column that names most indicators. */
function busiest(found: readonly FoundName[], placeOf: (one: FoundName) => number) {
  const byPlace = Map.groupBy(found, placeOf)
  let best: { at: number; count: number; first: GridCell } | null = null
  for (const [at, names] of byPlace) {
    const count = new Set(names.map(({ indicatorId }) => indicatorId)).size
    if (!best || count > best.count) best = { at, count, first: names[0]!.cell }
  }
  return best
}
