import ExcelJS from 'exceljs'
import type { Chart } from '../chart/chart.ts'
import { addCharts, type PlacedChart } from './add-charts.ts'
import { columnName } from './addresses.ts'
import { chartXml } from './chart-part.ts'

export interface NewColumn {
  heading: string
  /** In characters; 16 when not said. */
  width?: number
  /** Of its numbers, such as `#,##0.0`. */
  numberFormat?: string
}

/** A chart of columns of the table: `categories` and `series` are their numbers from 0. */
export interface NewChart {
  kind: Chart['kind']
  title: string
  unit?: string
  categories: number
  series: readonly number[]
}

/** One table on a sheet of its own, its charts to its right. */
export interface NewSheet {
  name: string
  title: string
  columns: readonly NewColumn[]
  rows: readonly (readonly (string | number | null)[])[]
  /** Below the table: source, date, unit. */
  notes?: readonly string[]
  charts?: readonly NewChart[]
}

/** Title in row 1, headings in row 2. */
const FIRST_ROW = 3
const CHART_ROWS = 17
const FONT = '宋体'

/**
 * Makes a workbook of tables with native charts that Excel, WPS and LibreOffice show and can edit. Text stays text
 * whatever sign it begins with. Equal input gives equal bytes: the file holds no time of its making.
 */
export async function makeWorkbook(sheets: readonly NewSheet[], options: { madeOn: Date }): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'OpenSTI'
  workbook.created = options.madeOn
  workbook.modified = options.madeOn
  for (const sheet of sheets) addTable(workbook, sheet)
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return addCharts(bytes, sheets.flatMap(placeCharts))
}

function addTable(workbook: ExcelJS.Workbook, { name, title, columns, rows, notes = [] }: NewSheet): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: FIRST_ROW - 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.pageSetup.printTitlesRow = `1:${FIRST_ROW - 1}`
  columns.forEach(({ width = 16, numberFormat }, i) => {
    const column = sheet.getColumn(i + 1)
    column.width = width
    if (numberFormat) column.numFmt = numberFormat
  })
  sheet.addRow([title]).font = { name: FONT, size: 16, bold: true }
  if (columns.length > 1) sheet.mergeCells(1, 1, 1, columns.length)
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 30
  styleRow(sheet.addRow(columns.map(({ heading }) => heading)), true)
  for (const row of rows) styleRow(sheet.addRow([...row]), false)
  for (const note of notes) sheet.addRow([note]).font = { name: FONT, size: 10 }
}

function styleRow(row: ExcelJS.Row, isHeading: boolean): void {
  const edge = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { name: FONT, size: 11, bold: isHeading }
    cell.border = { top: edge, bottom: edge, left: edge, right: edge }
    cell.alignment = isHeading
      ? { horizontal: 'center', vertical: 'middle', wrapText: true }
      : { vertical: 'middle', wrapText: typeof cell.value === 'string' }
    if (isHeading) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EDF4' } }
  })
}

function placeCharts(sheet: NewSheet): PlacedChart[] {
  return (sheet.charts ?? []).map((wanted, i) => ({
    sheet: sheet.name,
    xml: chartXml(chartOf(sheet, wanted), placesOf(sheet, wanted), formatOf(sheet, wanted)),
    column: sheet.columns.length + 1,
    row: 1 + i * CHART_ROWS,
  }))
}

function chartOf({ columns, rows }: NewSheet, { kind, title, unit = '', categories, series }: NewChart): Chart {
  return {
    kind,
    title,
    unit,
    categories: rows.map((row) => String(row[categories] ?? '')),
    series: series.map((column) => ({
      name: columns[column]?.heading ?? '',
      values: rows.map((row) => {
        const value = row[column]
        return typeof value === 'number' ? value : null
      }),
    })),
  }
}

function placesOf({ name, rows }: NewSheet, { categories, series }: NewChart) {
  const sheet = `'${name.replaceAll("'", "''")}'`
  const last = FIRST_ROW + Math.max(1, rows.length) - 1
  const block = (column: number) => {
    const letter = columnName(column + 1)
    return `${sheet}!$${letter}$${FIRST_ROW}:$${letter}$${last}`
  }
  return {
    categories: block(categories),
    series: series.map((column) => ({
      name: `${sheet}!$${columnName(column + 1)}$${FIRST_ROW - 1}`,
      values: block(column),
    })),
  }
}

function formatOf({ columns }: NewSheet, { series }: NewChart): string {
  return columns[series[0] ?? -1]?.numberFormat ?? 'General'
}
