import { addressOf } from '@opensti/office/addresses'
import { formatPeriod } from '@opensti/ui'
import { Big } from 'big.js'
import type { FormField, SheetLine, SheetMapping, WorkbookMapping } from '../../contract-workbooks.ts'
import type { Frequency } from '../periods.ts'
import { figureCells, type Reporters, unitOfCell } from './figure-cells.ts'
import { fillLabels, findPeriodPhrase } from './form-fields.ts'
import { powerBetween, shiftDecimal } from './measures.ts'
import { resolvePeriod } from './period-words.ts'
import { type GridLook, lookInto, type SheetGrid } from './sheet-grid.ts'

/** What a workbook is filled with. */
export interface Filling {
  period: string
  frequency: Frequency
  reporters: Reporters
  /** The unit whose return it is; null when all units are collated. */
  unitId: string | null
  /** The measure of each indicator. */
  measures: ReadonlyMap<string, string>
  /** A figure by `period unit indicator nature`. */
  figure: (period: string, unitId: string, indicatorId: string, nature: string) => string | null
  fields: Partial<Record<FormField['field'], string>>
}

export interface FilledCell {
  sheet: string
  address: string
  value: string | number | null
}

/**
 * The cells to write into a bureau's workbook. Formulas are left alone; every mapped figure is emptied first, so that
 * nothing that stood in the uploaded file goes out with another unit's return.
 */
export function fillCells(grids: readonly SheetGrid[], mapping: WorkbookMapping, filling: Filling): FilledCell[] {
  return mapping.sheets.flatMap((sheet) => {
    const grid = grids.find(({ name }) => name === sheet.sheet)
    if (!grid) return []
    const look = lookInto(grid)
    const values = new Map<string, { row: number; column: number; value: string | number | null }>()
    const put = (row: number, column: number, value: string | number | null) => {
      const origin = look.origin(row, column)
      const covered = origin.row !== row || origin.column !== column
      if (!covered && !look.at(row, column)?.hasFormula) values.set(`${row} ${column}`, { row, column, value })
    }
    const numbers = putFigures(look, sheet, filling, put)
    putTotals(look, sheet, numbers, put)
    putFields(look, sheet, filling, put)
    return [...values.values()].map(({ row, column, value }) => ({
      sheet: sheet.sheet,
      address: addressOf({ row, column }),
      value,
    }))
  })
}

type Put = (row: number, column: number, value: string | number | null) => void

/** The figures, in the measure of the sheet; gives them back for the totals. */
function putFigures(look: GridLook, sheet: SheetMapping, filling: Filling, put: Put): Map<string, string> {
  const numbers = new Map<string, string>()
  for (const cell of figureCells(sheet)) {
    const { at: row } = cell.row
    const { at: column } = cell.column
    put(row, column, null)
    if (cell.indicatorId === null) continue
    const unitId = cell.unitId ?? filling.unitId ?? unitOfCell(cell, filling.reporters)
    if (unitId === null || (filling.unitId !== null && unitId !== filling.unitId)) continue
    const period = resolvePeriod(cell.period, filling.frequency, filling.period)
    const value = filling.figure(period, unitId, cell.indicatorId, cell.nature)
    const measure = filling.measures.get(cell.indicatorId) ?? ''
    const power = cell.measure === null ? 0 : powerBetween(measure, cell.measure)
    if (value === null || power === null) continue
    const inSheet = shiftDecimal(value, power)
    numbers.set(`${row} ${column}`, inSheet)
    put(row, column, cellValue(inSheet, look.at(row, column)?.isPercent ?? false))
  }
  return numbers
}

/** Totals that are no formulas, where all that they add up is there. */
function putTotals(look: GridLook, { rows, columns }: SheetMapping, numbers: Map<string, string>, put: Put): void {
  const figures = (lines: readonly SheetLine[]) => lines.filter(({ kind }) => kind === 'figures')
  const totals = (lines: readonly SheetLine[]) => lines.filter(({ kind }) => kind === 'total')
  const add = (row: number, column: number, parts: readonly (string | undefined)[]) => {
    const known = parts.filter((part) => part !== undefined)
    if (parts.length === 0 || known.length < parts.length) return put(row, column, null)
    const sum = known.reduce((all, part) => all.plus(part), new Big(0)).toFixed()
    numbers.set(`${row} ${column}`, sum)
    put(row, column, cellValue(sum, look.at(row, column)?.isPercent ?? false))
  }
  for (const total of totals(rows))
    for (const { at } of figures(columns))
      add(
        total.at,
        at,
        total.parts.map((part) => numbers.get(`${part} ${at}`)),
      )
  for (const total of totals(columns))
    for (const { at } of rows)
      add(
        at,
        total.at,
        total.parts.map((part) => numbers.get(`${at} ${part}`)),
      )
}

/** A number where a spreadsheet can hold it exactly; else the text. */
function cellValue(figure: string, isPercent: boolean): string | number {
  const number = Number(isPercent ? shiftDecimal(figure, -2) : figure)
  return new Big(number).eq(isPercent ? shiftDecimal(figure, -2) : figure) ? number : figure
}

function putFields(look: GridLook, { fields }: SheetMapping, { fields: values, period }: Filling, put: Put): void {
  const texts = new Map<string, string>()
  for (const { field, row, column, intoRow, intoColumn } of fields) {
    const isInside = row === intoRow && column === intoColumn
    const key = `${row} ${column}`
    const text = texts.get(key) ?? look.text(row, column)
    const phrase = field === 'period' ? findPeriodPhrase(text) : null
    const value = field === 'period' ? formatPeriod(period, 'zh') : values[field]
    if (value === undefined) continue
    if (phrase && isInside) texts.set(key, text.slice(0, phrase.from) + value + text.slice(phrase.until))
    else if (isInside) texts.set(key, fillLabels(text, { [field]: value }))
    else put(intoRow, intoColumn, value)
  }
  for (const [key, text] of texts) {
    const [row = 1, column = 1] = key.split(' ').map(Number)
    put(row, column, text)
  }
}
