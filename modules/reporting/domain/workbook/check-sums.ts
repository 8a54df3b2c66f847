import { Big } from 'big.js'
import type { SheetLine, SheetMapping } from '../../contract-workbooks.ts'

/** A total or a part that does not fit, at the place that should be looked at. */
export interface SumFault {
  code: 'total-differs' | 'part-exceeds-whole' | 'parts-exceed-whole'
  row: number
  column: number
  /** What stands there, what it is held against, and the difference. */
  stands: string
  against: string
  difference: string
  /** The label of the whole, for a part. */
  whole: string | null
}

/** The number in a cell as the sheet has it; null when there is none. */
export type NumberAt = (row: number, column: number) => string | null

/** Adds up the totals of a sheet along rows and columns, and holds 其中 lines against their wholes. */
export function checkSums(mapping: Pick<SheetMapping, 'rows' | 'columns'>, numberAt: NumberAt): SumFault[] {
  const figures = (lines: readonly SheetLine[]) => lines.filter(({ kind }) => kind === 'figures').map(({ at }) => at)
  const rows = checkLines(mapping.rows, figures(mapping.columns), (line, across) => numberAt(line, across))
  const columns = checkLines(mapping.columns, figures(mapping.rows), (line, across) => numberAt(across, line))
  return [
    ...rows.map(({ line, across, ...fault }) => ({ ...fault, row: line, column: across })),
    ...columns.map(({ line, across, ...fault }) => ({ ...fault, row: across, column: line })),
  ]
}

type LineFault = Omit<SumFault, 'row' | 'column'> & { line: number; across: number }

function checkLines(
  lines: readonly SheetLine[],
  across: readonly number[],
  numberAt: (line: number, across: number) => string | null,
): LineFault[] {
  const totals = lines.filter(({ kind, parts }) => kind === 'total' && parts.length > 0)
  const labels = new Map(lines.map(({ at, label }) => [at, label]))
  const byWhole = Map.groupBy(
    lines.filter(({ whole }) => whole !== null),
    ({ whole }) => whole!,
  )
  return across.flatMap((at) => [
    ...totals.flatMap((line) => checkTotal(line, at, numberAt)),
    ...[...byWhole].flatMap(([whole, parts]) => checkParts(whole, parts, at, labels.get(whole) ?? '', numberAt)),
  ])
}

function checkTotal(
  line: SheetLine,
  across: number,
  numberAt: (line: number, across: number) => string | null,
): LineFault[] {
  const total = numberAt(line.at, across)
  const parts = line.parts.map((part) => numberAt(part, across))
  if (total === null || parts.some((part) => part === null)) return []
  const known = parts as string[]
  const sum = known.reduce((all, part) => all.plus(part), new Big(0))
  const difference = new Big(total).minus(sum)
  if (difference.abs().lte(roundingOf([total, ...known]))) return []
  const said = { stands: total, against: sum.toFixed(), difference: difference.toFixed(), whole: null }
  return [{ code: 'total-differs', line: line.at, across, ...said }]
}

function checkParts(
  whole: number,
  parts: readonly SheetLine[],
  across: number,
  label: string,
  numberAt: (line: number, across: number) => string | null,
): LineFault[] {
  const all = numberAt(whole, across)
  if (all === null || new Big(all).lt(0)) return []
  const known = parts.flatMap(({ at }) => {
    const value = numberAt(at, across)
    return value === null ? [] : [{ at, value }]
  })
  const larger = known.filter(({ value }) => new Big(value).gt(all))
  if (larger.length > 0)
    return larger.map(({ at, value }) => ({
      code: 'part-exceeds-whole',
      line: at,
      across,
      stands: value,
      against: all,
      difference: new Big(value).minus(all).toFixed(),
      whole: label,
    }))
  const sum = known.reduce((sofar, { value }) => sofar.plus(value), new Big(0))
  const excess = sum.minus(all)
  if (known.length < 2 || excess.lte(roundingOf([all, ...known.map(({ value }) => value)]))) return []
  const said = { stands: all, against: sum.toFixed(), difference: excess.toFixed(), whole: label }
  return [{ code: 'parts-exceed-whole', line: whole, across, ...said }]
}

/** How far sums may be off because each figure was rounded to its last decimal; counts add up exactly. */
function roundingOf(figures: readonly string[]): Big {
  const decimals = Math.max(...figures.map((figure) => figure.split('.')[1]?.length ?? 0))
  if (decimals === 0) return new Big(0)
  return new Big(figures.length).times(0.5).times(new Big(10).pow(-decimals))
}
