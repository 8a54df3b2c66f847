import { Buffer } from 'node:buffer'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../testing/read-pdf.ts'
import { midtermReport, onePageBrief } from '../testing/sample-papers.ts'
import { partsOf } from '../testing/sample-workbooks.ts'
import { canConvertWord, convert } from '../testing/soffice.ts'
import { makeWord } from './make-word.ts'

const options = { madeAt: new Date('2026-07-05T09:00:00Z'), author: '云湖市科学技术局' }

describe('a report as Word', () => {
  it('has the page, the lines and the fonts of GB/T 9704-2012', async () => {
    const parts = partsOf(await makeWord(midtermReport, options))
    const part = (name: string) => Buffer.from(parts[name] ?? []).toString('utf8')
    const document = part('word/document.xml')
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(/<w:pgMar [^>]*w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/.test(document)).toBe(true)
    expect(document).toContain('w:line="579" w:lineRule="exact"')
    expect(document).toContain('w:firstLineChars="200"')
    for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312']) expect(document).toContain(font)
    expect(part('word/fontTable.xml')).toContain('<w:altName w:val="仿宋"/>')
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    expect(part('docProps/core.xml')).toContain('2026-07-05T09:00:00Z')
    const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'))
    expect(media.map((name) => name.split('.').at(-1)).sort()).toEqual(['png', 'png', 'svg', 'svg'])
    expect(
      Buffer.from(parts[media.find((name) => name.endsWith('png'))!]!)
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  it('holds the words of the paper in their order, and hostile ones as they are', async () => {
    const hostile = '<w:p>&amp; ]]> \u0000\u0008 “引号” =1+1 {field}'
    const body = [...midtermReport.body, { kind: 'paragraph', text: hostile } as const]
    const bytes = await makeWord({ ...midtermReport, body }, options)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    const places = [
      '云湖市科学技术局文件',
      '市人民政府：',
      '一、总体进展',
      '（1）数据口径',
      '<w:p>&amp; ]]>  “引号” =1+1 {field}',
      '附件：',
      '2026年7月5日',
      '抄送：',
      '印发',
    ].map((part) => value.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
  })

  it('is the same file for the same moment', async () => {
    const [one, other] = [await makeWord(onePageBrief, options), await makeWord(onePageBrief, options)]
    expect(Buffer.compare(one, other)).toBe(0)
  })
})

const name = 'opens in LibreOffice with every part on its page'
it.skipIf(!canConvertWord)(
  canConvertWord ? name : `${name} (not run: LibreOffice Writer is not on this machine)`,
  async () => {
    const { pages } = await readPdf(await convert(await makeWord(midtermReport, options), 'docx', 'pdf'))
    expect(pages.length).toBeGreaterThanOrEqual(5)
    expect(pages[0]).toContain('云科〔2026〕12号')
    expect(pages[0]?.endsWith('—1—')).toBe(true)
    expect(pages.join('')).toContain('抄送：市委办公室')
  },
  120_000,
)
