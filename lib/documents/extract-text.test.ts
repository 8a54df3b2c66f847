import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRawSync } from 'node:zlib'
import type { AppError } from '@opensti/kernel'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, it } from 'vitest'
import { extractText } from './extract-text.ts'

const CHINESE = '云湖市科技创新规划\n一、总体要求\n全社会研发投入达到3.1%,新增实验室5家。\n'

const GB: Record<string, number[]> = {
  云: [0xd4, 0xc6],
  湖: [0xba, 0xfe],
  市: [0xca, 0xd0],
  科: [0xbf, 0xc6],
  技: [0xbc, 0xbc],
  局: [0xbe, 0xd6],
}

/** 云湖市科技局 in GB18030, followed by a character that only its four-byte part has. */
const GB_BYTES = new Uint8Array([...[...'云湖市科技局'].flatMap((char) => GB[char]!), 0x0a, 0x32, 0x30])

async function codeOf(file: Parameters<typeof extractText>[0], limits = {}): Promise<string> {
  try {
    await extractText(file, limits)
    return 'read'
  } catch (error) {
    const { code, text, remedy } = error as AppError
    expect(text.zh.length > 4 && text.en.length > 4 && (remedy?.zh.length ?? 0) > 4).toBe(true)
    return code
  }
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('text files', () => {
  it('gives the file itself, decoded', async () => {
    const text = CHINESE.replaceAll('\n', '\r\n')
    expect(await extractText({ bytes: bytes(text), name: 'plan.txt' })).toEqual({
      text,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      warnings: [],
    })
  })

  it.each([
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(CHINESE)]), CHINESE, 'utf-8'],
    ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, ...Buffer.from(CHINESE, 'utf16le')]), CHINESE, 'utf-16le'],
    [
      'UTF-16 big endian',
      new Uint8Array([0xfe, 0xff, ...Buffer.from(CHINESE, 'utf16le').swap16()]),
      CHINESE,
      'utf-16be',
    ],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(CHINESE, 'utf16le')), CHINESE, 'utf-16le'],
    ['GB18030', GB_BYTES, '云湖市科技局\n20', 'gb18030'],
  ])('reads %s', async (_, file, text, encoding) => {
    expect(await extractText({ bytes: file, name: 'plan.txt' })).toMatchObject({ text, encoding, warnings: [] })
  })

  it('says where a file breaks off or holds a broken byte, and never shows another encoding', async () => {
    const cut = await extractText({ bytes: bytes(CHINESE).subarray(0, -3), name: 'cut.txt' })
    expect(cut.warnings).toHaveLength(1)
    const broken = bytes(CHINESE.repeat(20))
    broken[100] = 0xff
    const read = await extractText({ bytes: broken, name: 'broken.txt' })
    expect(read).toMatchObject({ encoding: 'utf-8', warnings: [{ zh: expect.stringContaining('\ufffd') }] })
    expect(read.text).toContain('新增实验室5家')
  })

  it('takes pasted text as it is', async () => {
    expect(await extractText({ pasted: CHINESE })).toMatchObject({ text: CHINESE, encoding: null })
  })
})

describe('web pages', () => {
  it('writes blocks as lines and table rows with tabs, and drops what is not shown', async () => {
    const html = `<!doctype html><html><head><meta charset="utf-8"><title>站名</title><script>x()</script></head><body>
      <ul><li><a href="/">首页</a></li></ul><nav><a>新闻</a><a>政务</a><a>服务</a></nav>
      <h1>云湖市规划</h1><p>一、总体
      要求<br>坚持<b>创新</b>,见<a href="x">附件</a>。</p><div style="display:none">隐藏</div>
      <ol><li>平台</li><li>人才</li></ol>
      <table><tr><th>任务</th><th>责任单位</th></tr><tr><td rowspan="2">平台</td><td>市科技局<br>市财政局</td></tr><tr><td>市教育局</td></tr></table>
      </body></html>`
    const { text, mediaType } = await extractText({ bytes: bytes(html), name: 'page.html' })
    expect(mediaType).toBe('text/html')
    expect(text.split('\n')).toEqual([
      '首页',
      '新闻 政务 服务',
      '云湖市规划',
      '一、总体要求',
      '坚持创新,见附件。',
      '1.平台',
      '2.人才',
      '任务\t责任单位',
      '平台\t市科技局 市财政局',
      '\t市教育局',
    ])
  })

  it('follows the declared encoding of a short page', async () => {
    const page = new Uint8Array([...bytes('<html><meta charset="gb2312"><p>'), ...GB_BYTES, ...bytes('</p>')])
    expect(await extractText({ bytes: page, name: 'page.htm' })).toMatchObject({
      text: '云湖市科技局 20',
      encoding: 'gb18030',
    })
  })
})

async function wordFile(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: '云湖市科技创新规划', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('一、总体要求'),
          new Paragraph('全社会研发投入达到3.1%。'),
          new Table({
            rows: [
              new TableRow({ children: [cell('任务'), cell('牵头单位')] }),
              new TableRow({ children: [cell('平台'), cell('市科技局')] }),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

describe('Word files', () => {
  it('keeps headings, paragraphs and tables', async () => {
    const { text, mediaType, encoding } = await extractText({ bytes: await wordFile(), name: 'plan.docx' })
    expect(text).toBe('云湖市科技创新规划\n一、总体要求\n全社会研发投入达到3.1%。\n任务\t牵头单位\n平台\t市科技局')
    expect(mediaType).toContain('wordprocessingml')
    expect(encoding).toBeNull()
  })
})

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)

/** Prints a page of Chinese to PDF; long paragraphs wrap at the line width and over a page. */
async function printedFile(body: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'opensti-pdf-'))
  try {
    await writeFile(
      join(folder, 'page.html'),
      `<meta charset="utf-8"><style>p{text-indent:2em;margin:0}</style>${body}`,
    )
    await promisify(execFile)(
      CHROMIUM!,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${join(folder, 'page.pdf')}`,
        join(folder, 'page.html'),
      ],
      { timeout: 60_000 },
    )
    return await readFile(join(folder, 'page.pdf'))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

describe.skipIf(!CHROMIUM)('PDF files (not run where no browser can print one)', () => {
  it('puts paragraphs together again that were broken at the line width', { timeout: 90_000 }, async () => {
    const long = `全社会研发投入占地区生产总值比重达到3.1%,${'推进科技创新平台体系建设,提升创新策源能力,'.repeat(60)}取得新成效。`
    const file = await printedFile(
      `<h1>云湖市科技创新规划</h1><p>一、总体要求</p><p>${long}</p><p>${'强化保障。'.repeat(3)}</p><p>二、重点任务</p><table><tr><td>任务</td><td>牵头单位</td></tr><tr><td>建设创新平台</td><td>市科技局、财政局</td></tr></table>`,
    )
    const { text, mediaType } = await extractText({ bytes: file, name: 'plan.pdf' })
    expect(mediaType).toBe('application/pdf')
    expect(text.split('\n')).toEqual([
      '云湖市科技创新规划',
      '一、总体要求',
      long,
      '强化保障。强化保障。强化保障。',
      '二、重点任务',
      '任务\t牵头单位',
      '建设创新平台\t市科技局、财政局',
    ])
  })

  it('refuses one without text', { timeout: 90_000 }, async () => {
    const file = await printedFile('<svg width="300" height="300"><rect width="200" height="200"/></svg>')
    expect(await codeOf({ bytes: file, name: 'scan.pdf' })).toBe('document_without_text')
  })

  it('refuses one that is cut off', { timeout: 90_000 }, async () => {
    const file = await printedFile('<p>一、总体要求</p>')
    expect(await codeOf({ bytes: file.subarray(0, 600), name: 'cut.pdf' })).toBe('document_damaged')
  })
})

/** An archive with one part per name; `claimed` is the size its directory tells. */
function archive(parts: Record<string, { data: Uint8Array; claimed?: number; flags?: number }>): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, { data, claimed = data.length, flags = 0 }] of Object.entries(parts)) {
    const packed = deflateRawSync(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimed, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, listed, end]))
}

const XML = bytes('<?xml version="1.0"?><w:document/>')
const ZEROS = new Uint8Array(80 * 1024 * 1024)
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const HOSTILE: readonly [name: string, file: () => Uint8Array, code: string][] = [
  ['empty.txt', () => new Uint8Array(0), 'document_empty'],
  ['blank.txt', () => bytes(' \n\n '), 'document_empty'],
  ['binary.txt', () => Uint8Array.from({ length: 4000 }, (_, i) => (i * 73) % 256), 'document_not_text'],
  ['control.txt', () => bytes('\u0001\u0002\u0003'.repeat(100)), 'document_not_text'],
  [
    'japanese.txt',
    () => Uint8Array.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x8f, 0xcd]),
    'document_not_text',
  ],
  ['pdf.docx', () => bytes('%PDF-1.7 and more of it'), 'document_type_mismatch'],
  ['text.pdf', () => bytes(CHINESE.repeat(3)), 'document_type_mismatch'],
  ['word.txt', () => archive({ 'word/document.xml': { data: XML } }), 'document_type_mismatch'],
  ['program.exe', () => bytes('text'), 'document_type_unknown'],
  ['picture.txt', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'document_type_unknown'],
  ['old.doc', () => new Uint8Array([...OLD_OFFICE, ...new Uint8Array(600)]), 'document_old_word'],
  [
    'locked.docx',
    () => new Uint8Array([...OLD_OFFICE, ...new Uint8Array(600), ...Buffer.from('EncryptedPackage', 'utf16le')]),
    'document_encrypted',
  ],
  ['locked-part.docx', () => archive({ 'word/document.xml': { data: XML, flags: 1 } }), 'document_encrypted'],
  [
    'macro.docx',
    () => archive({ 'word/document.xml': { data: XML }, 'word/vbaProject.bin': { data: XML } }),
    'document_macros',
  ],
  ['table.docx', () => archive({ 'xl/workbook.xml': { data: XML } }), 'document_spreadsheet'],
  ['other.docx', () => archive({ 'readme.md': { data: XML } }), 'document_type_unknown'],
  ['bomb.docx', () => archive({ 'word/document.xml': { data: ZEROS } }), 'document_bomb'],
  [
    'lying.docx',
    () => archive({ 'word/document.xml': { data: ZEROS.subarray(0, 8_000_000), claimed: 1000 } }),
    'document_bomb',
  ],
  ['cut.docx', () => archive({ 'word/document.xml': { data: XML } }).subarray(0, 60), 'document_damaged'],
  ['hollow.docx', () => archive({ 'word/document.xml': { data: XML } }), 'document_damaged'],
  ['broken.pdf', () => bytes(`%PDF-1.7\n${'x'.repeat(500)}`), 'document_damaged'],
]

describe('hostile files', () => {
  for (const [name, file, code] of HOSTILE) {
    it(`${name}: ${code}`, { timeout: 30_000 }, async () => expect(await codeOf({ bytes: file(), name })).toBe(code))
  }

  it('refuses what is larger than allowed, before it is opened', async () => {
    expect(await codeOf({ bytes: bytes(CHINESE), name: 'a.txt' }, { bytes: 20 })).toBe('document_too_large')
  })

  it('stops a parser that takes too long', async () => {
    expect(await codeOf({ bytes: await wordFile(), name: 'a.docx' }, { milliseconds: 5 })).toBe('document_too_hard')
  })

  it('stops a parser that grows too large', { timeout: 60_000 }, async () => {
    const html = bytes(`<p>${'<b>文</b>'.repeat(1_500_000)}</p>`)
    expect(await codeOf({ bytes: html, name: 'a.html' }, { memoryMb: 128 })).toBe('document_too_hard')
  })
})
