import type { SheetLine } from '../../contract-workbooks.ts'
import type { GridLook } from './sheet-grid.ts'

/**
 * Says which rows each total adds up: the whole rows since the total before it; where the figures that stand in the form
 * show that it adds up the 其中 rows above it instead, those. A total on top adds up what is below it.
 */
export function partsOfTotals(
  rows: readonly SheetLine[],
  columns: readonly SheetLine[],
  look: GridLook,
  sections: ReadonlyMap<number, number>,
): SheetLine[] {
  let since = 0
  return rows.map((line, i) => {
    if (line.kind !== 'total') return line
    const isGrand = /总计|总数/.test(line.label)
    const alike = (one: SheetLine) => isGrand || sections.get(one.at) === sections.get(line.at)
    const above = rows.slice(isGrand ? 0 : since, i).filter(alike)
    const onTop = above.length === 0
    since = i + 1
    const until = rows.findIndex((one, at) => at > i && one.kind === 'total')
    const below = rows.slice(i + 1, until < 0 ? undefined : until).filter(alike)
    const block = (onTop ? below : above).filter(
      ({ kind, measure }) =>
        kind === 'figures' && (line.measure === null || measure === null || measure === line.measure),
    )
    const wholes = block.filter(({ whole }) => whole === null).map(({ at }) => at)
    const last = block.findLast(({ whole }) => whole === null)
    const ofLast = block.filter(({ whole }) => last !== undefined && whole === last.at).map(({ at }) => at)
    const choices = [wholes, ofLast].filter((parts) => parts.length > 0)
    const parts = choices.find((some) => addsUp(look, columns, line.at, some)) ?? choices[0] ?? []
    return { ...line, parts }
  })
}

/** Whether the figures in the form add up so in a column that has them all. */
function addsUp(look: GridLook, columns: readonly SheetLine[], total: number, parts: readonly number[]): boolean {
  return columns.some(({ at: column }) => {
    const numbers = [total, ...parts].map((row) => look.at(row, column)?.value)
    if (!numbers.every((one) => typeof one === 'number')) return false
    const [sum = 0, ...rest] = numbers as number[]
    return sum !== 0 && Math.abs(rest.reduce((a, b) => a + b, 0) - sum) < 1e-6 * Math.max(1, Math.abs(sum))
  })
}
