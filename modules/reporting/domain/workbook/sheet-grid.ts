import { lies, type Range, type Spot } from '@opensti/office/addresses'

/** A cell that holds something, as it was read. */
export interface GridCell {
  row: number
  column: number
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** Null for a formula that nobody has worked out. */
  value: string | number | boolean | null
  text: string
  hasFormula: boolean
  /** Shown as a percentage: 0.12 stands for 12 %. */
  isPercent: boolean
}

export interface SheetGrid {
  name: string
  hidden: boolean
  cells: readonly GridCell[]
  merges: readonly Range[]
}

/** A sheet asked by place. What is merged is found from each of its places. */
export interface GridLook {
  at(row: number, column: number): GridCell | undefined
  /** The text there, also within a merged block. */
  text(row: number, column: number): string
  /** The first place of the block that this one is merged into; itself when it is in none. */
  origin(row: number, column: number): Spot
  /** Rows and columns that hold anything, in order. */
  rows: readonly number[]
  columns: readonly number[]
}

/** More merged blocks than any form has; those beyond are not looked at. */
const MERGES_MOST = 20_000
/** A block over more rows than this decorates; nothing is filled in there. */
const MERGED_ROWS_MOST = 2000

export function lookInto(grid: SheetGrid): GridLook {
  const cells = new Map<number, Map<number, GridCell>>()
  const columns = new Set<number>()
  for (const cell of grid.cells) {
    const row = cells.get(cell.row) ?? new Map<number, GridCell>()
    cells.set(cell.row, row.set(cell.column, cell))
    columns.add(cell.column)
  }
  const merges = new Map<number, Range[]>()
  for (const merge of grid.merges.slice(0, MERGES_MOST)) {
    const last = Math.min(merge.bottom, merge.top + MERGED_ROWS_MOST)
    for (let row = merge.top; row <= last; row += 1) {
      const known = merges.get(row)
      if (known) known.push(merge)
      else merges.set(row, [merge])
    }
  }
  const at = (row: number, column: number) => cells.get(row)?.get(column)
  const origin = (row: number, column: number): Spot => {
    const merge = merges.get(row)?.find((one) => lies({ row, column }, one))
    return merge ? { row: merge.top, column: merge.left } : { row, column }
  }
  const text = (row: number, column: number) => {
    const place = origin(row, column)
    return at(place.row, place.column)?.text ?? ''
  }
  const inOrder = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b)
  return { at, text, origin, rows: inOrder(cells.keys()), columns: inOrder(columns) }
}

/** What stands above the figures of a column, from top to bottom, each thing once. */
export function headOf(
  look: GridLook,
  column: number,
  { headTop, headBottom }: { headTop: number; headBottom: number },
) {
  const said: string[] = []
  for (let row = headTop; row <= headBottom; row += 1) {
    const text = look.text(row, column).trim()
    if (text !== '' && said.at(-1) !== text) said.push(text)
  }
  return said.join(' ').slice(0, 500)
}
