import type { Bilingual } from '@opensti/kernel'
import { addressOf } from '@opensti/office/addresses'
import { formatPeriod } from '@opensti/ui'
import type { Finding, FormField, SheetMapping, WorkbookMapping } from '../../contract-workbooks.ts'
import type { Frequency } from '../periods.ts'
import { checkSums } from './check-sums.ts'
import { type FigureCell, figureCells, isOfUnit, type Reporters } from './figure-cells.ts'
import { findLines } from './find-lines.ts'
import { figureFinding, noteFinding, sheetFindings, sumFinding } from './findings.ts'
import { readLabels } from './form-fields.ts'
import { plainName } from './likeness.ts'
import { powerBetween, shiftDecimal } from './measures.ts'
import { periodIn, resolvePeriod } from './period-words.ts'
import { type FigureReading, readFigureCell } from './read-figure-cell.ts'
import { type GridLook, lookInto, type SheetGrid } from './sheet-grid.ts'

/** The return that a workbook was filled in for. */
export interface ReturnToFill {
  unit: { id: string; name: Bilingual; names: readonly string[] }
  period: string
  frequency: Frequency
  reporters: Reporters
  entries: readonly { indicatorId: string; nature: 'working' | 'statistical'; measure: string; value: string | null }[]
  /** Figures of other periods, as locked, by `period indicator nature`. */
  earlier: ReadonlyMap<string, string>
}

/** A figure that differs from what the return says. */
export interface ReadChange {
  indicatorId: string
  nature: 'working' | 'statistical'
  sheet: string
  address: string
  was: string | null
  becomes: string
}

export interface ReadBack {
  changes: ReadChange[]
  findings: Finding[]
  same: number
  empty: number
  foreign: number
}

/** So many findings are kept; a workbook that is wrong in more cells is the wrong workbook. */
const FINDINGS_MOST = 2000

/** Reads a filled workbook against its mapping and a return. Changes nothing: it says what would change and what is wrong. */
export function readBack(grids: readonly SheetGrid[], mapping: WorkbookMapping, into: ReturnToFill): ReadBack {
  const all: ReadBack = { changes: [], findings: [], same: 0, empty: 0, foreign: 0 }
  const seen = new Map<string, { value: string; address: string }>()
  for (const sheet of mapping.sheets) {
    const grid = grids.find(({ name }) => name === sheet.sheet)
    if (grid) readSheet(grid, sheet, into, all, seen)
    else all.findings.push(sheetFindings.sheetMissing(sheet.sheet))
  }
  const rank = { error: 0, warning: 1, note: 2 }
  all.findings.sort((a, b) => rank[a.level] - rank[b.level])
  all.findings.splice(FINDINGS_MOST)
  return all
}

function readSheet(
  grid: SheetGrid,
  saved: SheetMapping,
  into: ReturnToFill,
  all: ReadBack,
  seen: Map<string, { value: string; address: string }>,
): void {
  const look = lookInto(grid)
  const { mapping, moved, missing } = findLines(saved, look)
  const sheet = saved.sheet
  for (const line of missing) all.findings.push(sheetFindings.lineMissing(sheet, line.label, saved.rows.includes(line)))
  if (moved.length > 0) all.findings.push(sheetFindings.linesMoved(sheet, moved.length))
  all.findings.push(...checkFields(look, mapping, into))
  const entries = new Map(into.entries.map((entry) => [`${entry.indicatorId} ${entry.nature}`, entry]))
  const numbers = new Map<string, string>()
  const note = (row: number, column: number, reading: FigureReading) => {
    if (reading.kind === 'figure') numbers.set(`${row} ${column}`, reading.inSheet)
  }
  for (const cell of figureCells(mapping)) {
    const place = placeOf(look, sheet, cell.row.at, cell.column.at)
    const entry = entries.get(`${cell.indicatorId} ${cell.nature}`)
    const found = look.at(cell.row.at, cell.column.at)
    const isNow = resolvePeriod(cell.period, into.frequency, into.period) === into.period
    const isHers = entry !== undefined && isOfUnit(cell, into.unit.id, into.reporters)
    if (!isHers || !isNow) {
      const other = readFigureCell(found, cell.measure ?? '', null)
      note(place.row, place.column, other)
      if (!found?.hasFormula && other.kind === 'figure') all.findings.push(...notRead(cell, place, other.inSheet, into))
      if (isNow && cell.indicatorId !== null && !isHers && found && found.value !== null) all.foreign += 1
      continue
    }
    const reading = readFigureCell(found, entry.measure, cell.measure)
    note(place.row, place.column, reading)
    takeReading(reading, { cell, place, entry }, all, seen)
  }
  all.findings.push(...sumFindings(look, mapping, numbers))
}

/** A figure of hers that is not taken in: a cell that stands for nothing, or one of another period that was changed. */
function notRead(cell: FigureCell, place: ReturnType<typeof placeOf>, inSheet: string, into: ReturnToFill): Finding[] {
  const period = resolvePeriod(cell.period, into.frequency, into.period)
  if (cell.indicatorId === null) {
    const isHers = cell.unitId === null || cell.unitId === into.unit.id
    return isHers && period === into.period ? [sheetFindings.notMapped(place)] : []
  }
  if (period === into.period || !isOfUnit(cell, into.unit.id, into.reporters)) return []
  const measure = into.entries.find(({ indicatorId }) => indicatorId === cell.indicatorId)?.measure
  const known = into.earlier.get(`${period} ${cell.indicatorId} ${cell.nature}`) ?? null
  const power = measure === undefined || cell.measure === null ? 0 : (powerBetween(measure, cell.measure) ?? 0)
  const shown = known === null ? null : shiftDecimal(known, power)
  return shown !== null && isSame(shown, inSheet) ? [] : [sheetFindings.otherPeriod(place, shown)]
}

function takeReading(
  reading: FigureReading,
  {
    cell,
    place,
    entry,
  }: { cell: FigureCell; place: ReturnType<typeof placeOf>; entry: ReturnToFill['entries'][number] },
  all: ReadBack,
  seen: Map<string, { value: string; address: string }>,
): void {
  if (reading.kind === 'fault') {
    const given = { measure: entry.measure, written: cell.measure, suggestion: reading.suggestion }
    all.findings.push(figureFinding(reading.fault, place, given))
  } else if (reading.kind === 'none') all.findings.push(sheetFindings.noFigure(place))
  else if (reading.kind === 'empty') {
    all.empty += 1
    if (entry.value !== null) all.findings.push(sheetFindings.leftEmpty(place, entry.value))
  } else {
    all.findings.push(...noteFinding(reading.notes, place))
    const key = `${entry.indicatorId} ${entry.nature}`
    const address = addressOf(place)
    const before = seen.get(key)
    if (before && before.value !== reading.value) all.findings.push(sheetFindings.twoFigures(place, before.address))
    if (before) return
    seen.set(key, { value: reading.value, address })
    if (isSame(entry.value, reading.value)) all.same += 1
    else {
      const { indicatorId, nature } = entry
      all.changes.push({ indicatorId, nature, sheet: place.sheet, address, was: entry.value, becomes: reading.value })
    }
  }
}

/** 12.50 is 12.5. */
function isSame(a: string | null, b: string): boolean {
  const bare = (value: string) => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)
  return a !== null && bare(a) === bare(b)
}

function placeOf(look: GridLook, sheet: string, row: number, column: number) {
  return { sheet, row, column, shown: look.at(row, column)?.text ?? '' }
}

/** Totals are read too, though they are not entered. */
function sumFindings(look: GridLook, mapping: SheetMapping, numbers: Map<string, string>): Finding[] {
  const numberAt = (row: number, column: number) => {
    const known = numbers.get(`${row} ${column}`)
    if (known !== undefined) return known
    const reading = readFigureCell(look.at(row, column), '', null)
    return reading.kind === 'figure' ? reading.inSheet : null
  }
  return checkSums(mapping, numberAt).map((fault) =>
    sumFinding(fault, placeOf(look, mapping.sheet, fault.row, fault.column)),
  )
}

/** Whose form it says it is, and for which period. */
function checkFields(look: GridLook, mapping: SheetMapping, into: ReturnToFill): Finding[] {
  return mapping.fields.flatMap((field): Finding[] => {
    const text = fieldText(look, field)
    const place = { ...placeOf(look, mapping.sheet, field.intoRow, field.intoColumn), shown: text.slice(0, 80) }
    if (field.field === 'unit' && text !== '') {
      const said = plainName(text)
      const fits = into.unit.names
        .map(plainName)
        .some((name) => name !== '' && (said.includes(name) || name.includes(said)))
      if (!fits) return [sheetFindings.wrongUnit(place, into.unit.name)]
    }
    if (field.field === 'period') {
      const found = periodIn(text, into.frequency)
      if (found !== null && found !== into.period)
        return [sheetFindings.wrongPeriod(place, periodName(found), periodName(into.period))]
    }
    return []
  })
}

/** What is written for a field: behind its label, or in the place beside it. */
export function fieldText(look: GridLook, field: FormField): string {
  const inLabel = look.text(field.row, field.column)
  if (field.intoRow !== field.row || field.intoColumn !== field.column) {
    const beside = look.text(field.intoRow, field.intoColumn).trim()
    if (beside !== '') return beside
  }
  const label = readLabels(inLabel).find((one) => one.field === field.field)
  return label ? label.value : field.field === 'period' ? inLabel : ''
}

function periodName(period: string): Bilingual {
  return { zh: formatPeriod(period, 'zh'), en: formatPeriod(period, 'en') }
}
