import type { SheetLine, SheetMapping } from '../../contract-workbooks.ts'
import { plainName } from './likeness.ts'
import { type GridLook, headOf } from './sheet-grid.ts'

/** Where the lines of a mapping stand in a workbook that somebody may have put rows into. */
export interface FoundLines {
  mapping: SheetMapping
  moved: { line: SheetLine; to: number }[]
  missing: SheetLine[]
}

/** So far a row is looked for when rows have been put in or taken out. */
const REACH = 200

/** Finds every mapped row and column again by what stands at its head. */
export function findLines(mapping: SheetMapping, look: GridLook): FoundLines {
  const rows = follow(mapping.rows, (row) => look.text(row, mapping.nameColumn))
  const shift = (rows.to.get(mapping.rows[0]?.at ?? 0) ?? mapping.rows[0]?.at ?? 0) - (mapping.rows[0]?.at ?? 0)
  // Rows put in above the form push its headings down with it.
  const heads = { headTop: Math.max(1, mapping.headTop + shift), headBottom: Math.max(1, mapping.headBottom + shift) }
  const columns = follow(mapping.columns, (column) => headOf(look, column, heads))
  return {
    mapping: {
      ...mapping,
      ...heads,
      rows: moveLines(mapping.rows, rows.to),
      columns: moveLines(mapping.columns, columns.to),
      fields: mapping.fields.map((field) => moveField(field, mapping.headTop, shift)),
    },
    moved: [...rows.moved, ...columns.moved],
    missing: [...rows.missing, ...columns.missing],
  }
}

function follow(lines: readonly SheetLine[], labelAt: (at: number) => string) {
  const to = new Map<number, number>()
  const moved: FoundLines['moved'] = []
  const missing: SheetLine[] = []
  let shift = 0
  let last = 0
  for (const line of lines) {
    const wanted = sameLabel(line.label)
    const fits = (at: number) => at > last && sameLabel(labelAt(at)) === wanted
    const found = wanted === '' ? line.at + shift : [...near(line.at + shift)].find(fits)
    if (found === undefined) {
      missing.push(line)
      continue
    }
    shift = found - line.at
    last = found
    to.set(line.at, found)
    if (shift !== 0) moved.push({ line, to: found })
  }
  return { to, moved, missing }
}

/** A place and those around it, the nearest first. */
function* near(at: number): Generator<number> {
  yield at
  for (let away = 1; away <= REACH; away += 1) {
    yield at + away
    if (at - away > 0) yield at - away
  }
}

/** Headings are compared without the years that change in them from period to period. */
function sameLabel(label: string): string {
  return plainName(label).replaceAll(/20\d{2}年(第?[一二三四1-4]季度|\d{1,2}月|[上下]半年|度)?/g, '')
}

function moveLines(lines: readonly SheetLine[], to: ReadonlyMap<number, number>): SheetLine[] {
  return lines.flatMap((line) => {
    const at = to.get(line.at)
    if (at === undefined) return []
    const whole = line.whole === null ? null : (to.get(line.whole) ?? null)
    const parts = line.parts.map((part) => to.get(part)).filter((part) => part !== undefined)
    return [{ ...line, at, whole, parts: parts.length === line.parts.length ? parts : [] }]
  })
}

/** Lines below the headings move with the rows; the title above them stays. */
function moveField(field: SheetMapping['fields'][number], headTop: number, shift: number) {
  if (shift === 0 || field.row < headTop) return field
  return { ...field, row: Math.max(1, field.row + shift), intoRow: Math.max(1, field.intoRow + shift) }
}
