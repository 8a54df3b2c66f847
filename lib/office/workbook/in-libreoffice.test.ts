import { expect, it } from 'vitest'
import { chartedTable, partsOf, quarterlyForm } from '../testing/sample-workbooks.ts'
import { convert, SOFFICE } from '../testing/soffice.ts'
import { parseWorkbook } from './parse-workbook.ts'
import { byAddress } from './read-workbook.ts'
import { writeCells } from './write-cells.ts'

const name = (title: string) => (SOFFICE ? title : `${title} (not run: LibreOffice is not on this machine)`)

it.skipIf(!SOFFICE)(
  name('a form filled in opens in LibreOffice, and its totals follow the new figures'),
  async () => {
    const filled = await writeCells({ bytes: await quarterlyForm(), name: '季报.xlsx' }, [
      { sheet: '季报', address: 'C5', value: 20 },
      { sheet: '季报', address: 'B9', value: '=陈梅' },
    ])
    const cells = byAddress(parseWorkbook(await convert(filled, 'xlsx', 'xlsx'), 100_000).sheets[0]!)
    expect(cells.get('C7')).toMatchObject({ value: 22.34, text: '22.3', hasFormula: true })
    expect(cells.get('B9')).toMatchObject({ value: '=陈梅', hasFormula: false })
    expect(cells.get('A1')?.value).toBe('云湖市科技创新季度报表')
  },
  120_000,
)

it.skipIf(!SOFFICE)(
  name('native charts are there after LibreOffice has opened and saved the workbook'),
  async () => {
    const saved = await convert(await chartedTable(), 'xlsx', 'xlsx')
    const charts = Object.entries(partsOf(saved)).filter(([part]) => /^xl\/charts\/chart\d+\.xml$/.test(part))
    const xml = charts.map(([, bytes]) => Buffer.from(bytes).toString('utf8')).join('')
    expect(charts).toHaveLength(2)
    expect([xml.includes('c:lineChart'), xml.includes('c:barChart'), xml.includes('1455')]).toEqual([true, true, true])
  },
  120_000,
)
