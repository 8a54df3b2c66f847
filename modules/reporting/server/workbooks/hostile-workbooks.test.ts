import type { AppError } from '@opensti/kernel'
import { makeWorkbook, readWorkbook, writeCells } from '@opensti/office'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fillCells } from '../../domain/workbook/fill-cells.ts'
import { proposeMapping } from '../../domain/workbook/propose-mapping.ts'
import { readBack } from '../../domain/workbook/read-back.ts'
import { asked, gridOf } from '../../testing/forms.ts'
import { inspectWorkbook, largestWorkbook } from './inspect-workbook.ts'

const plain = await makeWorkbook(
  [{ name: '表', title: '季报', columns: [{ heading: '指标' }, { heading: '本期' }], rows: [['企业数', 12]] }],
  { madeOn: new Date('2026-01-05T00:00:00Z') },
)
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook put together by hand around one sheet. */
function around(sheet: string, more: Record<string, string | Uint8Array> = {}): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  }
  const packed = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
  return Buffer.from(zipSync(Object.fromEntries(packed)))
}
const sheetOf = (rows: string) => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
/** Rows of figures that do not fold well. */
const rowsOf = (rows: number, columns: number) =>
  Array.from({ length: rows }, (_, r) => {
    const cells = Array.from({ length: columns }, (_, c) => `<c><v>${(r * 7919 + c * 104_729) % 99_991}</v></c>`)
    return `<row>${cells.join('')}</row>`
  }).join('')
const link = (xml: string) => ({
  'xl/externalLinks/externalLink1.xml': xml,
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>',
})
const container = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')])

async function codeOf(bytes: Buffer, name = '季报.xlsx'): Promise<string> {
  try {
    await inspectWorkbook({ name, bytes })
    return 'read'
  } catch (error) {
    const { code, text, remedy } = error as AppError
    expect([text.zh.length > 4, (remedy?.zh.length ?? 0) > 4]).toEqual([true, true])
    return code
  }
}

describe('an upload that means harm', () => {
  const cell = '<row r="1"><c r="A1"><v>1</v></c></row>'
  it.each<[string, Buffer, string, string]>([
    ['a workbook with macros by its name', Buffer.from(plain), '季报.xlsm', 'workbook_macros'],
    ['an old .xls by its name', container('Workbook'), '季报.xls', 'workbook_old'],
    ['a WPS .et', container('Workbook'), '季报.et', 'workbook_old'],
    ['macros inside an .xlsx', around(sheetOf(cell), { 'xl/vbaProject.bin': 'x' }), '季报.xlsx', 'workbook_macros'],
    [
      'a DDE link',
      around(sheetOf(cell), link('<externalLink><ddeLink ddeService="cmd"/></externalLink>')),
      '季报.xlsx',
      'workbook_macros',
    ],
    ['a password', container('EncryptedPackage'), '季报.xlsx', 'workbook_encrypted'],
    ['another type under this name', Buffer.from('%PDF-1.7'), '季报.xlsx', 'workbook_type_unknown'],
    ['a page', Buffer.from('<html><script>alert(1)</script>'), '季报.xlsx', 'workbook_type_unknown'],
    ['half an archive', Buffer.from(plain).subarray(0, 900), '季报.xlsx', 'workbook_damaged'],
    ['nothing', Buffer.alloc(0), '季报.xlsx', 'workbook_empty'],
    [
      'entities that expand',
      around(
        `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${sheetOf('<row><c t="str"><v>&b;</v></c></row>')}`,
      ),
      '季报.xlsx',
      'workbook_damaged',
    ],
    [
      'an entity of the server’s own files',
      around(`<!DOCTYPE a SYSTEM "file:///etc/passwd">${sheetOf(cell)}`),
      '季报.xlsx',
      'workbook_damaged',
    ],
    [
      'a part that unfolds without end',
      around(sheetOf(cell), { 'xl/media/a.xml': ' '.repeat(40_000_000) }),
      '季报.xlsx',
      'workbook_bomb',
    ],
    [
      'a row beyond all sheets',
      around(sheetOf('<row r="4000000000"><c><v>1</v></c></row>')),
      '季报.xlsx',
      'workbook_damaged',
    ],
    ['more cells than any form', around(sheetOf(rowsOf(205, 1000))), '季报.xlsx', 'workbook_too_many_cells'],
    ['too many bytes', Buffer.alloc(largestWorkbook + 1, 'PK'), '季报.xlsx', 'workbook_too_large'],
  ])('%s is refused, with what to do', async (_, bytes, name, code) => {
    expect(await codeOf(bytes, name)).toBe(code)
  })

  it('cells at the far ends of a sheet and merges over all of it cost nothing', async () => {
    const merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    const far = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>企业数</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>${merge}</worksheet>`
    const began = performance.now()
    const grids = await inspectWorkbook({ name: 'a.xlsx', bytes: around(far) })
    const lines = [asked('firms', '企业数', '家')]
    const units = [{ id: 'yunxi/science', names: ['科技局'] }]
    expect(proposeMapping(grids, { lines, units, frequency: 'quarterly' }).sheets.length).toBeLessThan(2)
    // Reading itself takes most of it, in a process of its own.
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('formulas are not run and links are not followed: their last values are read', async () => {
    const rows = `<row r="1"><c r="A1" t="str"><f>WEBSERVICE("http://127.0.0.1:1/x")</f><v>旧值</v></c><c r="B1"><f>cmd|'/c calc'!A0</f><v>7</v></c></row>`
    const [grid] = await inspectWorkbook({ name: 'a.xlsx', bytes: around(sheetOf(rows)) })
    expect(grid?.cells.map(({ value, hasFormula }) => [value, hasFormula])).toEqual([
      ['旧值', true],
      [7, true],
    ])
  })

  it('ends the reading when whoever sent it wants it no more', async () => {
    const gone = new AbortController()
    const began = performance.now()
    const reading = inspectWorkbook({ name: 'a.xlsx', bytes: around(sheetOf(rowsOf(150, 1000))) }, gone.signal)
    setTimeout(() => gone.abort(), 50)
    await expect(reading).rejects.toMatchObject({ code: 'workbook_too_hard' })
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('six at once slow nobody down: the server answers while they are read, and more wait their turn', async () => {
    const heavy = around(sheetOf(rowsOf(150, 1000)))
    const all = Promise.allSettled(Array.from({ length: 9 }, () => codeOf(heavy)))
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    const codes = (await all).map((one) => (one.status === 'fulfilled' ? one.value : 'broken'))
    clearInterval(timer)
    expect(new Set(codes)).toEqual(new Set(['read', 'workbooks_busy']))
    expect(codes.filter((code) => code === 'workbooks_busy')).toHaveLength(1)
    // Measured 0.3 s on a busy machine; before cells came packed it was ten times that.
    expect(longest).toBeLessThan(3000)
  }, 90_000)
})

it('names and notes that begin like a formula go out as text', async () => {
  const grid = gridOf([['季报'], ['填表人：', null], ['指标', '本期'], ['企业数', null]])
  const lines = [asked('firms', '企业数', '家')]
  const units = [{ id: 'yunxi/science', names: ['科技局'] }]
  const mapping = proposeMapping([grid], { lines, units, frequency: 'quarterly' })
  const cells = fillCells([grid], mapping, {
    period: '2026-Q3',
    frequency: 'quarterly',
    reporters: new Map([['firms working', ['yunxi/science']]]),
    unitId: 'yunxi/science',
    measures: new Map([['firms', '家']]),
    figure: () => '12',
    fields: { preparer: "=cmd|'/c calc'!A1" },
  })
  const bytes = await writeCells({ name: 'a.xlsx', bytes: plain }, cells)
  const [sheet] = (await readWorkbook({ name: 'a.xlsx', bytes })).sheets
  const written = sheet?.cells.find(({ text }) => text.startsWith('=cmd'))
  expect([written?.kind, written?.hasFormula]).toEqual(['text', false])
})

it('a figure cell that holds an injected formula as text is an error, and nothing of it goes in', () => {
  const grid = gridOf([
    ['指标', '本期'],
    ['企业数', 'x'],
  ])
  const lines = [asked('firms', '企业数', '家')]
  const mapping = proposeMapping([grid], { lines, units: [], frequency: 'quarterly' })
  const text = "=HYPERLINK('http://evil','12')"
  const bad = { ...grid, cells: grid.cells.map((one) => (one.text === 'x' ? { ...one, value: text, text } : one)) }
  const back = readBack([bad], mapping, {
    unit: { id: 'yunxi/science', name: { zh: '科技局', en: 'Science' }, names: ['科技局'] },
    period: '2026-Q3',
    frequency: 'quarterly',
    reporters: new Map([['firms working', ['yunxi/science']]]),
    earlier: new Map(),
    entries: [{ indicatorId: 'firms', nature: 'working', measure: '家', value: null }],
  })
  expect([back.changes, back.findings[0]?.code]).toEqual([[], 'not-a-number'])
})
