import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../testing/read-pdf.ts'
import { midtermReport, onePageBrief } from '../testing/sample-papers.ts'
import { compilePdf } from './compile-pdf.ts'
import { makePdf } from './make-pdf.ts'

const options = { madeAt: new Date('2026-07-05T09:00:00Z'), author: '云湖市科学技术局' }

describe('a report as PDF', () => {
  it('holds every part in the order of the paper, with embedded fonts only, as PDF/A', async () => {
    const { bytes, pages } = await makePdf(midtermReport, options)
    const { pages: texts, fonts } = await readPdf(bytes)
    expect([pages, texts.length]).toEqual([5, 5])
    const all = texts.join('')
    const parts = [
      '云湖市科学技术局文件',
      '云科〔2026〕12号',
      '市人民政府：',
      '一、总体进展',
      '（一）研发投入',
      '图1',
      '66.4',
      '表1滞后指标一览',
      '附件：1.',
      '2026年7月5日',
      '（联系人：',
      '附件1',
      '抄送：',
      '印发',
    ]
    const places = parts.map((part) => all.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(fonts.every((font) => /^[A-Z]{6}\+NotoSerifSC-/.test(font))).toBe(true)
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfaid:part[^0-9]{1,20}2/)
    expect(texts[0]?.endsWith('—1—') && texts[1]?.endsWith('—2—')).toBe(true)
  })

  it('is the same file for the same moment, and a brief is one page', async () => {
    const [one, other] = [await makePdf(onePageBrief, options), await makePdf(onePageBrief, options)]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
    expect(one.pages).toBe(1)
  })

  it('sets 22 lines of 28 characters on a page', async () => {
    const body = [{ kind: 'paragraph', text: '科'.repeat(28 * 60) } as const]
    const { bytes } = await makePdf({ form: 'document', title: '题', body }, options)
    const { pages } = await readPdf(bytes)
    expect(pages[1]).toBe(`${'科'.repeat(22 * 28)}—2—`)
  })

  it('is given up when it takes too long', async () => {
    const hurried = makePdf(onePageBrief, { ...options, limits: { milliseconds: 20 } })
    await expect(hurried).rejects.toMatchObject({ code: 'paper_too_long', kind: 'unavailable' })
  })
})

/** The source is the file as it stands: words reach it as data. */
describe('words are never read as markup', () => {
  const marks = [
    '#',
    '$',
    '\\',
    '*',
    '_',
    '@',
    '<',
    '>',
    '`',
    '//',
    '/*',
    '*/',
    '=',
    '-',
    '+',
    '~',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '#include "/x"',
    '#panic("x")',
    '$1/0$',
    '\\u{41}',
    '#sys.version',
    '<label>',
    '@ref',
    'https://a.b',
    '---',
    '...',
    ':',
    ';',
    ',',
    '%',
    '&',
    '指标',
  ]
  const hostile = fc.array(fc.constantFrom(...marks), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))

  it('in the template', async () => {
    const source = await readFile(new URL('./official-paper.typ', import.meta.url), 'utf8')
    const words = source.match(/eval\(|#include|#import|read\(/g)
    expect(words).toBeNull()
  })

  it('whatever they are', async () => {
    const texts = fc.sample(hostile, 60)
    const body = texts.flatMap((text) => [
      { kind: 'paragraph', lead: text, text } as const,
      { kind: 'heading', level: 2, text } as const,
      {
        kind: 'table',
        caption: text,
        columns: [{ heading: text, share: 1, align: 'left' }],
        rows: [[text]],
        note: text,
      } as const,
    ])
    const paper = {
      form: 'document',
      issuer: marks[0]!,
      number: '#12',
      title: texts[0]!,
      addressee: texts[1]!,
      body,
      contact: texts[2]!,
      copies: texts[3]!,
      attachments: [{ title: texts[4]! }],
      signature: { name: '*局*', date: '2026-07-05' },
    } as const
    const { bytes } = await makePdf(paper, options)
    const all = (await readPdf(bytes)).pages.join('').replace(/—\d+—/g, '')
    // A reader of PDF may give a ligature or a wide sign in another form.
    const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
    for (const text of texts) expect(plain(all)).toContain(plain(text))
  })

  it('and a source that is wrong says so instead of making half a paper', () => {
    expect(() => compilePdf({ source: '#nonsense', files: {}, madeAt: 0 })).toThrow(/nonsense/)
  })
})
