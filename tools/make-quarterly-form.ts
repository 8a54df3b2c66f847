/**
 * Writes the invented city's own workbook, as a bureau draws one up: merged headings, 其中 rows, totals, lines to sign,
 * a formula column and a native chart. `node tools/make-quarterly-form.ts`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { addCharts } from '../lib/office/workbook/add-charts.ts'
import { chartXml } from '../lib/office/workbook/chart-part.ts'

type Row = readonly [name: string, measure: string, unit: string] | string

const rows: readonly Row[] = [
  '一、研发投入',
  ['全社会研发经费投入', '万元', '市统计局'],
  ['  其中：企业资金', '万元', '市统计局'],
  ['        政府资金', '万元', '市统计局'],
  ['研发经费投入强度', '%', '市统计局'],
  ['基础研究经费占比', '%', '市科技局'],
  ['财政科技支出占比', '%', '市财政局'],
  ['每万名从业人员中研发人员', '人年', '市统计局'],
  '二、企业创新',
  ['高新技术企业数', '家', '市工信局'],
  ['国家级专精特新“小巨人”企业数', '家', '市工信局'],
  ['科技型中小企业数', '家', '市科技局'],
  ['  其中：当季新入库', '家', '市科技局'],
  ['在孵企业数', '家', '高新区管委会'],
  ['规模以上工业企业建有研发机构比例', '%', '市工信局'],
  '三、创新平台',
  ['省级以上重点实验室数', '家', '市科技局'],
  ['省级以上临床医学研究中心数', '家', '市卫健委'],
  ['新增省级以上新型研发机构数', '家', '高新区管委会'],
  ['创新平台合计', '家', ''],
  '四、产出和产业',
  ['每万人口高价值发明专利拥有量', '件', '市市场监管局'],
  ['PCT国际专利申请量', '件', '市市场监管局'],
  ['知识产权质押融资额', '亿元', '市市场监管局'],
  ['技术合同成交额', '亿元', '市工信局'],
  ['在市内转化的高校院所科技成果', '项', '市科技局'],
  ['高技术制造业增加值占比', '%', '市统计局'],
  ['高技术制造业增加值占比（统计数据）', '%', '市统计局'],
  ['战略性新兴产业增加值占地区生产总值比重', '%', '市发改委'],
  ['单位地区生产总值能耗', '吨标准煤/万元', '市发改委'],
  ['农业科技进步贡献率', '%', '市农业农村局'],
  '五、人才和服务',
  ['引进高层次科技人才', '名', '市人社局'],
  ['  其中：从海外引进', '名', '市人社局'],
  ['        从市外引进', '名', '市人社局'],
  ['高技能人才占技能人才比重', '%', '市人社局'],
  ['科技项目立项审批时限', '天', '市科技局'],
]

const FIRST = 6
const NAME = '季报表'
const edge = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const
const font = (size: number, bold = false, name = '宋体') => ({ name, size, bold })

const workbook = new ExcelJS.Workbook()
const madeOn = new Date('2026-10-08T00:00:00Z')
Object.assign(workbook, { creator: '湖畔市科学技术局', created: madeOn, modified: madeOn })
const sheet = workbook.addWorksheet(NAME, {
  views: [{ state: 'frozen', xSplit: 2, ySplit: FIRST - 1 }],
  pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
})
for (const [i, width] of [6, 42, 15, 16, 13, 13, 13, 13].entries()) sheet.getColumn(i + 1).width = width

sheet.mergeCells('A1:H1')
sheet.getCell('A1').value = '湖畔市科技创新规划指标季度报表'
sheet.getCell('A1').font = font(18, true, '方正小标宋简体')
sheet.mergeCells('A2:H2')
sheet.getCell('A2').value = '2026年第三季度'
for (const address of ['A1', 'A2']) sheet.getCell(address).alignment = { horizontal: 'center', vertical: 'middle' }
sheet.getRow(1).height = 34
sheet.mergeCells('A3:B3')
sheet.getCell('A3').value = '填报单位（盖章）：'
sheet.getCell('G3').value = '表号：湖科季1表'
const heads: readonly (readonly [string, string])[] = [
  ['A4:A5', '序号'],
  ['B4:B5', '指标名称'],
  ['C4:C5', '计量单位'],
  ['D4:D5', '责任单位'],
  ['E4:G4', '完成情况'],
  ['E5', '本期'],
  ['F5', '上期'],
  ['G5', '上年同期'],
  ['H4:H5', '比上期增减'],
]
for (const [range, text] of heads) {
  if (range.includes(':')) sheet.mergeCells(range)
  sheet.getCell(range.split(':')[0]!).value = text
}
for (const row of [4, 5])
  for (let column = 1; column <= 8; column += 1) {
    const cell = sheet.getCell(row, column)
    cell.font = font(11, true)
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = { top: edge, left: edge, bottom: edge, right: edge }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EDF4' } }
  }

let number = 0
for (const [i, row] of rows.entries()) {
  const at = FIRST + i
  for (let column = 1; column <= 8; column += 1) {
    const cell = sheet.getCell(at, column)
    cell.font = font(11, typeof row === 'string')
    cell.border = { top: edge, left: edge, bottom: edge, right: edge }
    if (column >= 5) cell.numFmt = '#,##0.###'
    if (column !== 2 && column < 5) cell.alignment = { horizontal: 'center' }
  }
  if (typeof row === 'string') {
    sheet.mergeCells(at, 1, at, 8)
    sheet.getCell(at, 1).value = row
    sheet.getCell(at, 1).alignment = { horizontal: 'left' }
    continue
  }
  const [name, measure, unit] = row
  const isPart = name.startsWith(' ')
  if (!isPart) number += 1
  sheet.getCell(at, 1).value = isPart ? null : number
  sheet.getCell(at, 2).value = name
  sheet.getCell(at, 3).value = measure
  sheet.getCell(at, 4).value = unit || null
  sheet.getCell(at, 8).value = { formula: `IF(OR(E${at}="",F${at}=""),"",E${at}-F${at})` }
}
const after = FIRST + rows.length
sheet.mergeCells(after, 1, after, 8)
sheet.getCell(after, 1).value = '注：没有数的填“—”，并在系统里说明原因；小数最多六位。'
sheet.mergeCells(after + 1, 1, after + 1, 8)
sheet.getCell(after + 1, 1).value =
  '单位负责人：　　　　　　审核人：　　　　　　填表人：　　　　　　联系电话：　　　　　　填报日期：'
for (const row of [3, after, after + 1]) sheet.getRow(row).font = font(11)

const picture = workbook.addWorksheet('图')
picture.getCell('A1').value = '企业创新：本期与上期（随“季报表”自动更新）'

const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
const from = FIRST + rows.findIndex((row) => typeof row !== 'string' && row[0] === '高新技术企业数')
const block = (column: string) => `'${NAME}'!$${column}$${from}:$${column}$${from + 2}`
const chart = {
  kind: 'bar',
  title: '企业创新：本期与上期',
  unit: '家',
  categories: ['高新技术企业数', '国家级专精特新“小巨人”企业数', '科技型中小企业数'],
  series: ['本期', '上期'].map((name) => ({ name, values: [null, null, null] })),
} as const
const places = {
  categories: block('B'),
  series: ['E', 'F'].map((column) => ({ name: `'${NAME}'!$${column}$5`, values: block(column) })),
}
const made = addCharts(bytes, [{ sheet: '图', xml: chartXml(chart, places, '#,##0'), column: 1, row: 2 }])
const path = join(import.meta.dirname, '..', 'regions', 'lakeside', 'reporting', 'quarterly.xlsx')
writeFileSync(path, made)
process.stdout.write(`${path}: ${made.length} bytes\n`)
