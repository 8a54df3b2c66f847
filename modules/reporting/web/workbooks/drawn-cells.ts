import type { Range } from '@opensti/office/addresses'

/** A cell to be drawn: merged ones are drawn once, cut off at the edges of what is drawn. */
export interface DrawnCell {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  /** The place whose content it shows. */
  fromRow: number
  fromColumn: number
}

/** The cells of one drawn row of a block of rows. */
export function drawnCells(
  row: number,
  block: { top: number; bottom: number; right: number },
  merges: readonly Range[],
): DrawnCell[] {
  const near = merges.filter(({ top, bottom }) => top <= row && bottom >= row)
  const cells: DrawnCell[] = []
  for (let column = 1; column <= block.right; column += 1) {
    const merge = near.find(({ left, right }) => left <= column && right >= column)
    if (!merge) cells.push({ row, column, rowSpan: 1, colSpan: 1, fromRow: row, fromColumn: column })
    else if (row === Math.max(merge.top, block.top) && column === merge.left)
      cells.push({
        row,
        column,
        rowSpan: Math.min(merge.bottom, block.bottom) - row + 1,
        colSpan: Math.min(merge.right, block.right) - column + 1,
        fromRow: merge.top,
        fromColumn: merge.left,
      })
  }
  return cells
}
