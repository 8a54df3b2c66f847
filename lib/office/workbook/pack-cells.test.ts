import { expect, it } from 'vitest'
import { chartedTable, quarterlyForm } from '../testing/sample-workbooks.ts'
import { packWorkbook, unpackWorkbook } from './pack-cells.ts'
import { parseWorkbook } from './parse-workbook.ts'

it('gives every cell back as it was: values, texts, dates, errors, formulas, formats', async () => {
  for (const bytes of [await quarterlyForm(), await chartedTable()]) {
    const workbook = parseWorkbook(bytes, 100_000)
    expect(unpackWorkbook(structuredClone(packWorkbook(workbook)))).toEqual(workbook)
  }
})
