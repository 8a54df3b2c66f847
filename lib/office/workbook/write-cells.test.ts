import type { AppError } from '@opensti/kernel'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartedTable, handmade, partsOf, plainParts, quarterlyForm, sheetXml } from '../testing/sample-workbooks.ts'
import { addressOf } from './addresses.ts'
import { editWorkbook } from './edit-workbook.ts'
import { parseWorkbook } from './parse-workbook.ts'
import { byAddress, readWorkbook } from './read-workbook.ts'
import { writeCells } from './write-cells.ts'

const CELLS_MOST = 100_000
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8')

/** The names of parts that differ between two workbooks. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, young] = [partsOf(before), partsOf(after)]
  const names = new Set([...Object.keys(old), ...Object.keys(young)])
  return [...names].filter((name) => text(old[name]) !== text(young[name])).sort()
}

async function faultsOf(bytes: Uint8Array, writes: Parameters<typeof writeCells>[1], options = {}) {
  try {
    await writeCells({ bytes, name: '季报.xlsx' }, writes, options)
  } catch (error) {
    const { code, details } = error as AppError
    return { code, places: details.map(({ place }) => `${place?.column}${place?.row}`), said: details[0]?.message.zh }
  }
  throw new Error('was written')
}

describe('writing in place', () => {
  it('changes the cells, keeps their style, and leaves every other part as it was, charts included', async () => {
    const before = await chartedTable()
    const after = await writeCells({ bytes: before, name: '表.xlsx' }, [
      { sheet: '主要指标', address: 'B5', value: 71.25 },
      { sheet: '主要指标', address: 'A9', value: '填表人：陈梅' },
    ])
    expect(changedParts(before, after)).toEqual(['xl/worksheets/sheet1.xml'])
    expect(Object.keys(partsOf(after))).toContain('xl/charts/chart2.xml')
    const cells = byAddress((await readWorkbook({ bytes: after, name: '表.xlsx' })).sheets[0]!)
    expect(cells.get('B5')).toMatchObject({ value: 71.25, text: '71.3', numberFormat: '#,##0.0' })
    expect(cells.get('A9')).toMatchObject({ value: '填表人：陈梅' })
    expect(cells.get('C5')).toMatchObject({ value: 1455 })
  })

  it('carries untouched parts over as they are packed', async () => {
    const before = Buffer.from(await chartedTable())
    const after = Buffer.from(editWorkbook(before, [{ sheet: '主要指标', address: 'B5', value: 1 }], false))
    const packed = (bytes: Buffer, name: string) => {
      const from = bytes.indexOf(name) + name.length
      return bytes.subarray(from, bytes.indexOf('PK', from)).toString('hex')
    }
    expect(packed(after, 'xl/charts/chart1.xml')).toBe(packed(before, 'xl/charts/chart1.xml'))
    expect(packed(after, 'xl/charts/chart1.xml').length).toBeGreaterThan(1000)
  })

  it('drops remembered results, asks for a full calculation and takes the chain of calculation out', async () => {
    const form = handmade({
      ...plainParts,
      'xl/worksheets/sheet1.xml': sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>A1</f><v>1</v></c></row>',
      ),
      'xl/calcChain.xml': '<calcChain><c r="B1" i="1"/></calcChain>',
      'xl/workbook.xml': plainParts['xl/workbook.xml'].replace(
        '</workbook>',
        '<definedNames/><calcPr calcId="7"/></workbook>',
      ),
      '[Content_Types].xml': plainParts['[Content_Types].xml'].replace(
        '</Types>',
        '<Override PartName="/xl/calcChain.xml" ContentType="c"></Override></Types>',
      ),
      'xl/_rels/workbook.xml.rels': plainParts['xl/_rels/workbook.xml.rels'].replace(
        '</Relationships>',
        '<Relationship Id="rId2" Type="http://x/calcChain" Target="calcChain.xml"/></Relationships>',
      ),
    })
    const parts = partsOf(editWorkbook(form, [{ sheet: '表1', address: 'A1', value: 2 }], false))
    expect(text(parts['xl/worksheets/sheet1.xml'])).toContain('<c r="A1"><v>2</v></c><c r="B1" t="str"><f>A1</f></c>')
    expect(text(parts['xl/workbook.xml'])).toContain('<calcPr calcId="7" fullCalcOnLoad="1"/>')
    expect(parts['xl/calcChain.xml']).toBeUndefined()
    expect(text(parts['[Content_Types].xml']) + text(parts['xl/_rels/workbook.xml.rels'])).not.toContain('calcChain')
  })

  it('refuses formulas, merged cells and unknown sheets, each with its place, and then writes nothing', async () => {
    const form = await quarterlyForm()
    const writes = [
      { sheet: '季报', address: 'C7', value: 1 },
      { sheet: '季报', address: 'B1', value: 1 },
      { sheet: '季报', address: 'C4', value: Number.NaN },
      { sheet: '季报', address: 'C0', value: 1 },
    ]
    const faults = await faultsOf(form, writes)
    expect(faults.places).toEqual(['C7', 'B1', 'C4', 'undefinedundefined'])
    expect(faults.said).toBe('工作表“季报”单元格 C7：单元格里是公式，没有覆盖。')
    expect((await faultsOf(form, [{ sheet: '年报', address: 'C4', value: 1 }])).code).toBe('sheet_unknown')
    const over = await writeCells({ bytes: form, name: 'a.xlsx' }, writes.slice(0, 1), { overwriteFormulas: true })
    expect(byAddress(parseWorkbook(over, CELLS_MOST).sheets[0]!).get('C7')).toMatchObject({
      value: 1,
      hasFormula: false,
    })
  })

  it('refuses to break a formula that other cells share, an array, and the heading of a table object', async () => {
    const shared =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>'
    const array =
      '<row r="3"><c r="A3"><f t="array" ref="A3:A4">B1:B2</f><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>'
    const bytes = handmade({
      'xl/worksheets/sheet1.xml': sheetXml(shared + array),
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://x/table" Target="../tables/table1.xml"/></Relationships>',
      'xl/tables/table1.xml': '<table ref="D1:E9"/>',
    })
    const codeAt = async (address: string) =>
      (await faultsOf(bytes, [{ sheet: '表1', address, value: 1 }], { overwriteFormulas: true })).code
    expect(await codeAt('A1')).toBe('cell_in_shared_formula')
    expect(await codeAt('A4')).toBe('cell_in_shared_formula')
    expect(await codeAt('E1')).toBe('cell_is_table_heading')
  })

  it.each(['=1+1', '+86 20 8888', '-5%', '@SUM(A1)', "=cmd|'/c calc'!A1", '\t=1', '<f>1</f>', '&amp;', '_x000D_'])(
    'keeps %j as text, never as a formula',
    async (value) => {
      const after = editWorkbook(handmade({}), [{ sheet: '表1', address: 'B2', value }], false)
      expect(text(partsOf(after)['xl/worksheets/sheet1.xml'])).not.toContain('<f')
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(Buffer.from(after) as unknown as Parameters<typeof book.xlsx.load>[0])
      const cell = book.getWorksheet('表1')?.getCell('B2')
      expect([cell?.type, cell?.formula]).toEqual([ExcelJS.ValueType.String, undefined])
      expect(byAddress(parseWorkbook(after, CELLS_MOST).sheets[0]!).get('B2')?.value).toBe(value)
    },
  )
})

describe('any values in any cells', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.integer(),
    fc.boolean(),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('_', 'x', '0', 'D', '\r', '\n', '<', '&', ']', '>', '指'), maxLength: 12 }),
    fc.constant(null),
  )
  const writes = fc.dictionary(
    fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
      .map(([row, column]) => addressOf({ row, column })),
    value,
    { maxKeys: 30 },
  )
  const rows =
    '<row r="2" spans="1:3"><c r="A2" s="0"/><c r="C2"><v>7</v></c></row><row r="5"/><row r="9"><c/><c t="b"><v>1</v></c></row>'

  it.each([
    ['rows with gaps', sheetXml(rows, '<mergeCells count="1"><mergeCell ref="AF1:AG2"/></mergeCells>')],
    ['no rows', '<worksheet><dimension ref="A1"/><sheetData/><pageMargins left="1"/></worksheet>'],
    [
      'a prefix',
      sheetXml(rows)
        .replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
        .replace('xmlns=', 'xmlns:x='),
    ],
  ])('are read back equal, and nothing else changes: %s', (_, xml) => {
    const before = handmade({ 'xl/worksheets/sheet1.xml': xml })
    const old = parseWorkbook(before, CELLS_MOST).sheets[0]!
    fc.assert(
      fc.property(writes, (values) => {
        const wanted = Object.entries(values).map(([address, value]) => ({ sheet: '表1', address, value }))
        const after = editWorkbook(before, wanted, false)
        expect(changedParts(before, after).filter((name) => name !== 'xl/worksheets/sheet1.xml')).toEqual([])
        const sheet = parseWorkbook(after, CELLS_MOST).sheets[0]!
        const expected = new Map(old.cells.map((cell) => [cell.address, cell.value]))
        for (const { address, value } of wanted) {
          if (value === null) expected.delete(address)
          else expected.set(address, value)
        }
        const found = new Map(sheet.cells.map((cell) => [cell.address, cell.value]))
        expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()))
        expect(sheet.merges).toEqual(old.merges)
        const order = sheet.cells.map(({ row, column }) => row * 100 + column)
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
      { numRuns: 150 },
    )
  })
})
