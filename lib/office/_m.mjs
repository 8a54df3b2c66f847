import { writeFileSync } from 'node:fs'

const { makeWorkbook } = await import('/tmp/wt/lib/office/workbook/make-workbook.ts')
const mk = () =>
  makeWorkbook(
    [
      {
        name: '主要指标',
        title: '云湖市科技创新主要指标（2021—2025年）',
        columns: [
          { heading: '年份', width: 10 },
          { heading: '研发经费（亿元）', numberFormat: '#,##0.0' },
          { heading: '其中：企业', numberFormat: '#,##0.0' },
          { heading: '高新技术企业（家）', numberFormat: '#,##0' },
        ],
        rows: [
          ['2021年', 45.2, 38.1, 820],
          ['2022年', 51.7, 43.9, 960],
          ['2023年', 58.9, 50.2, 1103],
          ['2024年', 66.4, 57.8, 1290],
          ['2025年', null, null, 1455],
        ],
        notes: ['=注：以统计公报为准'],
        charts: [
          { kind: 'line', title: '研发经费支出', unit: '亿元', categories: 0, series: [1, 2] },
          { kind: 'bar', title: '高新技术企业数', unit: '家', categories: 0, series: [3] },
        ],
      },
    ],
    { madeOn: new Date('2026-07-05T00:00:00Z') },
  )
const a = await mk()
await new Promise((r) => setTimeout(r, 2100))
const b = await mk()
console.log(Buffer.compare(a, b), a.length)
writeFileSync('/tmp/office/made.xlsx', a)
