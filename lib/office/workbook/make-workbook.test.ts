import { expect, it } from 'vitest'
import { chartedTable, partsOf } from '../testing/sample-workbooks.ts'
import { parseWorkbook } from './parse-workbook.ts'
import { byAddress } from './read-workbook.ts'

it('makes the same bytes for the same table, whenever it is made', async () => {
  const first = await chartedTable()
  // An archive counts time in steps of two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2100))
  expect(Buffer.compare(first, await chartedTable())).toBe(0)
})

it('points its charts at the cells and remembers their values, leaving out what is not known', async () => {
  const bytes = await chartedTable()
  const chart = Buffer.from(partsOf(bytes)['xl/charts/chart1.xml'] ?? []).toString('utf8')
  expect(chart).toContain("<c:f>'主要指标'!$B$3:$B$5</c:f>")
  expect(chart).toContain('<c:pt idx="1"><c:v>66.4</c:v></c:pt></c:numCache>')
  const cells = byAddress(parseWorkbook(bytes, 1000).sheets[0]!)
  expect(cells.get('B4')).toMatchObject({ value: 66.4, text: '66.4' })
  expect(cells.get('A6')).toMatchObject({ value: '=注：以统计公报为准', hasFormula: false })
})
