import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { catalogueNode, type DataSet, jsonLd } from './catalogue.ts'
import { columns } from './columns.ts'
import { csvLine } from './csv.ts'
import { atomFeed, jsonFeed } from './feeds.ts'
import { sitemap } from './sitemap.ts'
import { turtle } from './turtle.ts'

/** Throws when the text is no XML; counts elements by name. */
function elementsOf(xml: string): Record<string, number> {
  const counts: Record<string, number> = {}
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', (tag) => {
    counts[tag.name] = (counts[tag.name] ?? 0) + 1
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return counts
}

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const bilingual = fc.record({ zh: anyText, en: anyText })

describe('CSV', () => {
  it('gives every cell back as it was, but never as a formula', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }), (cells) => {
        const read = readCsv(csvLine(cells))
        expect(read.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(
          cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
        )
        for (const cell of read) expect(cell === '' || !/^[=+@\t\r\n＝＋－＠]|^-(?!\d)/.test(cell)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves a negative number a number', () => {
    expect(csvLine(['-3.5', '-1+2', '=1'])).toBe("-3.5,'-1+2,'=1\r\n")
  })

  it('has each column once, with words in both languages', () => {
    expect(new Set(columns.map((one) => one.name)).size).toBe(columns.length)
    for (const one of columns) expect(one.name).toMatch(/^[a-z][a-z_]*$/)
  })
})

describe('feeds and sitemap', () => {
  const feed = fc.record({
    title: bilingual,
    entries: fc.array(
      fc.record({
        id: fc.uuid(),
        title: bilingual,
        summary: fc.option(bilingual),
        region: bilingual,
        at: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        isCorrection: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    gone: fc.array(
      fc.record({
        id: fc.uuid(),
        at: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        because: anyText,
      }),
      { maxLength: 2 },
    ),
    language: fc.constantFrom('zh' as const, 'en' as const),
  })

  it('are well formed whatever a title holds', () => {
    fc.assert(
      fc.property(feed, (parts) => {
        const whole = { origin: 'https://sti.example', self: '/releases.atom', page: '/releases', ...parts }
        const counts = elementsOf(atomFeed(whole))
        expect(counts['entry'] ?? 0).toBe(parts.entries.length)
        expect(counts['at:deleted-entry'] ?? 0).toBe(parts.gone.length)
        expect(counts['updated']).toBe(parts.entries.length + 1)
        expect(JSON.parse(jsonFeed(whole)).items).toHaveLength(parts.entries.length)
      }),
    )
  })

  it('names each page in both languages', () => {
    const map = sitemap('https://sti.example', [{ path: '/' }, { path: '/regions/a?b=1&c=2', changed: '2026-11-23' }])
    expect(elementsOf(map)).toEqual({ urlset: 1, url: 4, loc: 4, 'xhtml:link': 8, lastmod: 2 })
    expect(map).toContain('<loc>https://sti.example/en</loc>')
  })
})

describe('the catalogue', () => {
  const set: DataSet = {
    address: '/data/regions/north/figures',
    page: '/regions/north',
    title: { zh: '北市“数据”', en: 'North \\ "figures"' },
    description: { zh: '全部\n数', en: 'All' },
    region: { id: 'north', name: { zh: '北市', en: 'North' } },
    publisher: { zh: '北市科技局', en: 'North Science Bureau' },
    licence: { name: { zh: '署名许可', en: 'Attribution' }, url: 'https://creativecommons.org/licenses/by/4.0/' },
    issued: '2021-05',
    modified: '2026-10-20',
    from: '2020-01-01',
    until: '2026-09-30',
    files: [{ address: '/data/regions/north/figures.csv', mediaType: 'text/csv', bytes: 12, sha256: 'ab'.repeat(32) }],
  }
  const node = catalogueNode({
    origin: 'https://sti.example',
    title: { zh: '目录', en: 'Catalogue' },
    description: { zh: '目录', en: 'Catalogue' },
    dictionary: '/data/dictionary',
    sets: [set],
  })

  it('says of each set what DCAT asks for', () => {
    const read = JSON.parse(jsonLd(node))
    expect(read['@context']).toMatchObject({ dcat: 'http://www.w3.org/ns/dcat#' })
    expect(read['@type']).toBe('dcat:Catalog')
    const [one] = read['dcat:dataset']
    for (const property of ['dct:title', 'dct:description', 'dct:license', 'dct:issued', 'dct:modified'])
      expect(one[property], property).toBeDefined()
    expect(one['dct:temporal']['dcat:endDate']).toEqual({ '@value': '2026-09-30', '@type': 'xsd:date' })
    expect(one['dct:spatial']['@type']).toBe('dct:Location')
    expect(one['dcat:distribution'][0]['spdx:checksum']['spdx:checksumValue']['@value']).toHaveLength(64)
  })

  it('says the same in Turtle, each thing once, its strings closed', () => {
    const text = turtle(node)
    expect(text).toContain('<https://sti.example/data/regions/north/figures> a dcat:Dataset')
    expect(text).toContain('"North \\\\ \\"figures\\""@en')
    expect(text.match(/a dct:LicenseDocument/g)).toHaveLength(1)
    const plain = text.replace(/"(?:[^"\\\n]|\\.)*"/g, 'S').replace(/<[^<>\s]*>/g, 'R')
    expect(plain).not.toContain('"')
    expect(plain.split('[').length).toBe(plain.split(']').length)
    for (const statement of plain.split(/ \.\n/).filter((one) => one.trim() !== ''))
      expect(statement.trim()).toMatch(/^(?:@prefix \w+: R|(?:@prefix[\s\S]*)?\s*R a dcat|R a )/)
  })
})

function readCsv(line: string): string[] {
  const cells: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    cells.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'))
    if (match[3] === '\r\n') break
  }
  return cells
}
