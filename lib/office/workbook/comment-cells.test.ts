import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { chartedTable, handmade, partsOf, quarterlyForm } from '../testing/sample-workbooks.ts'
import { convert, SOFFICE } from '../testing/soffice.ts'
import { addComments } from './add-comments.ts'
import { commentCells } from './comment-cells.ts'
import { parseWorkbook } from './parse-workbook.ts'

async function notesOf(bytes: Uint8Array, sheet: string): Promise<Record<string, string>> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  const notes: Record<string, string> = {}
  book.getWorksheet(sheet)?.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, ({ address, note }) => {
      if (note) notes[address] = typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('')
    }),
  )
  return notes
}

it('puts words beside cells; charts and everything else stay', async () => {
  const before = await chartedTable()
  const after = await commentCells({ name: '表.xlsx', bytes: before }, [
    { sheet: '主要指标', address: 'B4', text: '不是数。<b>&' },
    { sheet: '主要指标', address: 'B4', text: '请只写数字。' },
    { sheet: '主要指标', address: 'C3', text: '=1+1' },
  ])
  expect(await notesOf(after, '主要指标')).toEqual({ B4: '不是数。<b>&\n请只写数字。', C3: '=1+1' })
  expect(Object.keys(partsOf(after))).toContain('xl/charts/chart2.xml')
  const cells = (bytes: Uint8Array) => parseWorkbook(bytes, 1000).sheets[0]!.cells
  expect(cells(after)).toEqual(cells(before))
})

it('keeps the comments that are there, and says the new ones first in the same cell', async () => {
  const first = addComments(await quarterlyForm(), [{ sheet: '季报', address: 'C4', text: '原来的话' }])
  const again = addComments(first, [
    { sheet: '季报', address: 'C4', text: '新的话' },
    { sheet: '季报', address: 'C5', text: '另一格' },
  ])
  expect(await notesOf(again, '季报')).toEqual({ C4: '新的话\n原来的话', C5: '另一格' })
})

it('refuses cells that are not there', () => {
  expect(() => addComments(handmade({}), [{ sheet: '年报', address: 'A1', text: 'x' }])).toThrow('sheet_unknown')
  expect(() => addComments(handmade({}), [{ sheet: '表1', address: 'A0', text: 'x' }])).toThrow('cell_address_wrong')
})

it.skipIf(!SOFFICE)(
  `comments open in LibreOffice${SOFFICE ? '' : ' (not run: LibreOffice is not on this machine)'}`,
  async () => {
    const marked = addComments(await chartedTable(), [{ sheet: '主要指标', address: 'B4', text: '不是数' }])
    expect(await notesOf(await convert(marked, 'xlsx', 'xlsx'), '主要指标')).toEqual({ B4: '不是数' })
  },
  120_000,
)
