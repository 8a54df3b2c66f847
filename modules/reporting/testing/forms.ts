import ExcelJS from 'exceljs'
import type { AskedLine } from '../contract-workbooks.ts'
import type { GridCell, SheetGrid } from '../domain/workbook/sheet-grid.ts'

/** A sheet from rows of cells, for tests of decisions: numbers stay numbers, `=` begins a formula and its last result. */
export function gridOf(
  rows: readonly (readonly (string | number | null)[])[],
  merges: SheetGrid['merges'] = [],
): SheetGrid {
  const cells = rows.flatMap((row, i) =>
    row.flatMap((value, j): GridCell[] => {
      if (value === null || value === '') return []
      const place = { row: i + 1, column: j + 1, isPercent: false }
      if (typeof value === 'number')
        return [{ ...place, kind: 'number', value, text: String(value), hasFormula: false }]
      if (!value.startsWith('=')) return [{ ...place, kind: 'text', value, text: value, hasFormula: false }]
      const result = value.length > 1 ? Number(value.slice(1)) : null
      return [{ ...place, kind: 'number', value: result, text: value.slice(1), hasFormula: true }]
    }),
  )
  return { name: '表', hidden: false, cells, merges }
}

export function asked(indicatorId: string, zh: string, measure: string, unit = 'yunxi/science'): AskedLine {
  return {
    indicatorId,
    indicator: { zh, en: indicatorId },
    measure,
    nature: 'working',
    unit: { id: unit, name: { zh: unit, en: unit } },
  }
}

/** The cells of a workbook after a library has changed some, as a person does in Excel. */
export async function editWorkbook(
  bytes: Uint8Array,
  cells: Readonly<Record<string, string | number | null>>,
  sheet?: string,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0])
  const open = sheet ? workbook.getWorksheet(sheet) : workbook.worksheets[0]
  for (const [address, value] of Object.entries(cells)) open!.getCell(address).value = value
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
