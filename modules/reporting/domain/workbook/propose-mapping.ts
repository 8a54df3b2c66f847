import type { AskedLine, SheetLine, SheetMapping, WorkbookMapping } from '../../contract-workbooks.ts'
import type { Frequency } from '../periods.ts'
import { findFields, readLabels } from './form-fields.ts'
import { LIKE_ENOUGH, likenessTo, readName, type WrittenName } from './likeness.ts'
import { proposeColumns } from './propose-columns.ts'
import { proposeRows } from './propose-rows.ts'
import { type GridCell, type GridLook, lookInto, type SheetGrid } from './sheet-grid.ts'

/** A unit by every name that a form may call it. */
export interface NamedUnit {
  id: string
  names: readonly string[]
}

/** What a proposal is made from: the figures that a cycle asks for, of whom, and how often. */
export interface Asked {
  lines: readonly AskedLine[]
  units: readonly NamedUnit[]
  frequency: Frequency
}

export interface Matchers {
  indicator: ReturnType<typeof likenessTo<AskedLine>>
  unit: (text: string) => string | null
  frequency: Frequency
  lines: readonly AskedLine[]
}

/** Texts longer than this are no names. */
const NAME_MOST = 80

/**
 * Proposes which cells of a bureau's workbook stand for which figures, from its own words: names of indicators with
 * their measures in brackets, 其中 rows, totals, headings of periods and units, lines to sign. A person corrects it.
 */
export function proposeMapping(grids: readonly SheetGrid[], asked: Asked): WorkbookMapping {
  const matchers = matchersFor(asked)
  return { sheets: grids.flatMap((grid) => proposeSheet(grid, matchers) ?? []).slice(0, 20) }
}

function matchersFor({ lines, units, frequency }: Asked): Matchers {
  const one = new Map(lines.map((line) => [`${line.indicatorId} ${line.nature}`, line]))
  const indicator = likenessTo(
    [...one.values()].map((item) => ({ item, names: [item.indicator.zh, item.indicator.en] })),
  )
  const byName = likenessTo(units.map(({ id, names }) => ({ item: id, names })))
  const unit = (text: string) => {
    const [best] = text.trim() === '' || text.length > NAME_MOST ? [] : byName(text, 1)
    return best && best.score >= 0.85 ? best.item : null
  }
  return { indicator, unit, frequency, lines }
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

/** The first row of the headings that end above the figures: going up while a row holds more than one thing. */
export function headTopOf(look: GridLook, headBottom: number): number {
  let top = headBottom
  for (let row = headBottom; row >= Math.max(1, headBottom - 5); row -= 1) {
    const texts = new Set(
      look.columns
        .slice(0, 60)
        .map((column) => look.text(row, column).trim())
        .filter(Boolean),
    )
    const isForm = [...texts].some((text) => readLabels(text).length > 0 || /^[(（]?(计量)?单位[:：]/.test(text))
    if (texts.size < 2 || isForm) break
    top = row
  }
  return top
}

/** A line with nothing said of it. */
export function plainLine(at: number, label: string, kind: SheetLine['kind'] = 'figures'): SheetLine {
  return {
    at,
    label: label.slice(0, 500),
    kind,
    indicatorId: null,
    unitId: null,
    nature: null,
    period: null,
    measure: null,
    whole: null,
    parts: [],
  }
}

/** Gives each name the indicator it is most like, the best likeness first, and no indicator twice for one unit. */
export function assignIndicators(
  names: readonly { at: number; name: WrittenName; also?: string | undefined; unitId: string | null }[],
  { indicator }: Matchers,
): Map<number, AskedLine> {
  const wishes = names.flatMap(({ at, name, also, unitId }) =>
    [name.name, ...(also ? [also] : [])].flatMap((text) =>
      indicator(text).flatMap(({ item, score }) => {
        if (score < LIKE_ENOUGH) return []
        const fits = name.nature === null ? item.nature === 'working' : name.nature === item.nature
        return [{ at, item, score: score + (fits ? 0.001 : 0), key: `${item.indicatorId} ${item.nature} ${unitId}` }]
      }),
    ),
  )
  wishes.sort((a, b) => b.score - a.score || a.at - b.at)
  const given = new Map<number, AskedLine>()
  const taken = new Set<string>()
  for (const { at, item, key } of wishes) {
    if (given.has(at) || taken.has(key)) continue
    given.set(at, item)
    taken.add(key)
  }
  return given
}
