import ExcelJS from 'exceljs'
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { makeWorkbook } from '../workbook/make-workbook.ts'

const DAY = new Date('2026-07-05T00:00:00Z')

/** A form as a bureau keeps it: merged title, headings over two rows, "of which" rows, a total, lines to sign. */
export async function quarterlyForm(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('季报')
  sheet.getColumn(3).numFmt = '#,##0.0'
  sheet.getCell('A1').value = '云湖市科技创新季度报表'
  sheet.mergeCells('A1:D1')
  sheet.getCell('A2').value = '指标'
  sheet.mergeCells('A2:A3')
  sheet.getCell('B2').value = '单位'
  sheet.getCell('C2').value = '数值'
  sheet.mergeCells('C2:D2')
  sheet.getCell('C3').value = '本期'
  sheet.getCell('D3').value = '上期'
  sheet.addRow(['研发经费', '亿元', 12.34, 11.5])
  sheet.addRow(['  其中：企业', '亿元', 10, 9.25])
  sheet.addRow(['  其中：高校', '亿元', 2.34, 2.25])
  sheet.addRow(['合计', '亿元', { formula: 'C5+C6', result: 12.34 }, { formula: 'D5+D6', result: 11.5 }])
  sheet.getRow(6).hidden = true
  for (const address of ['C4', 'C5', 'C6', 'C7']) {
    sheet.getCell(address).numFmt = '#,##0.0'
    sheet.getCell(address).font = { name: '仿宋', size: 12, bold: true }
  }
  sheet.getCell('A9').value = '填表人：'
  sheet.getCell('C9').value = '审核人：'
  sheet.getCell('A10').value = DAY
  sheet.getCell('A10').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.getCell('B10').value = { richText: [{ text: '电' }, { font: { bold: true }, text: '话' }] }
  sheet.getCell('C10').value = true
  sheet.getCell('D10').value = { formula: 'C4/0', result: { error: '#DIV/0!' } }
  sheet.headerFooter.oddFooter = '&C第 &P 页'
  const hidden = workbook.addWorksheet('代码', { state: 'hidden' })
  hidden.addRow(['A01', 1])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A table with a line chart and a bar chart. */
export function chartedTable(): Promise<Uint8Array> {
  return makeWorkbook(
    [
      {
        name: '主要指标',
        title: '云湖市科技创新主要指标',
        columns: [
          { heading: '年份', width: 10 },
          { heading: '研发经费', numberFormat: '#,##0.0' },
          { heading: '高新技术企业', numberFormat: '#,##0' },
        ],
        rows: [
          ['2023年', 58.9, 1103],
          ['2024年', 66.4, 1290],
          ['2025年', null, 1455],
        ],
        notes: ['=注：以统计公报为准'],
        charts: [
          { kind: 'line', title: '研发经费', unit: '亿元', categories: 0, series: [1] },
          { kind: 'bar', title: '高新技术企业', categories: 0, series: [2] },
        ],
      },
    ],
    { madeOn: DAY },
  )
}

/** A workbook of hand-written parts, for what no program writes: the given ones replace or join a plain workbook's. */
export function handmade(parts: Record<string, string>): Uint8Array {
  const all: Zippable = {}
  for (const [name, xml] of Object.entries({ ...plainParts, ...parts })) all[name] = strToU8(xml)
  return zipSync(all)
}

/** The sheet of a handmade workbook with these rows. */
export function sheetXml(rows: string, rest = ''): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${rest}</worksheet>`
}

/** Every part of an archive, unfolded. */
export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes)
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const plainParts = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
}
