import { checkSvg } from './check-svg.ts'
import { cleanLine, cleanText, linesOf } from './clean-text.ts'
import { headSize, widthOf } from './layout.ts'
import type { IsoDate, OfficialPaper, PaperBlock, PaperParagraph, PaperPicture, PaperTable } from './paper.ts'
import { titleLines } from './title-lines.ts'

/** A paper with its numbers, dates and indents worked out: what Word and PDF have in common. Indents in characters. */
export interface ArrangedPaper {
  form: OfficialPaper['form']
  head: { issuer: string; size: number } | null
  number: string
  signer: string
  title: string[]
  addressee: string
  body: ArrangedBlock[]
  attachments: { lead: string; label: string; title: string }[]
  signature: { name: string; nameRight: number; date: string; dateRight: number } | null
  contact: string
  copies: string
  printed: { office: string; date: string } | null
  annexes: { label: string; title: string[]; body: ArrangedBlock[] }[]
}

export type ArrangedBlock =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'paragraph'; lead: string; text: string }
  | { kind: 'table'; caption: string; columns: PaperTable['columns']; rows: string[][]; note: string; dense: boolean }
  | ArrangedPicture

export interface ArrangedPicture {
  kind: 'picture'
  /** Counted through the paper from 1. */
  number: number
  svg: string
  /** Height for one of width. */
  aspect: number
  description: string
  caption: string
}

/**
 * Works out what GB/T 9704-2012 says about numbers, dates and places of a paper.
 * @throws AppError (unprocessable) for a picture that does not stand alone
 */
export function arrangePaper(paper: OfficialPaper): ArrangedPaper {
  let pictures = 0
  const arrange = (blocks: readonly PaperBlock[]) => arrangeBlocks(blocks, () => ++pictures)
  const attachments = paper.attachments ?? []
  const numberOf = (i: number) => (attachments.length > 1 ? String(i + 1) : '')
  return {
    form: paper.form,
    head: paper.issuer ? { issuer: cleanLine(paper.issuer), size: headSize(cleanLine(paper.issuer)) } : null,
    number: cleanLine(paper.number ?? ''),
    signer: cleanLine(paper.signer ?? ''),
    title: titleLines(paper.title),
    addressee: paper.addressee ? `${cleanLine(paper.addressee).replace(/[：:]$/, '')}：` : '',
    body: arrange(paper.body),
    attachments: attachments.map(({ title }, i) => ({
      lead: i === 0 ? '附件：' : '',
      label: numberOf(i) && `${numberOf(i)}.`,
      title: cleanLine(title),
    })),
    signature: paper.signature ? arrangeSignature(paper.signature) : null,
    contact: paper.contact ? `（${cleanLine(paper.contact).replace(/^（(.*)）$/, '$1')}）` : '',
    copies: paper.copies ? `${cleanLine(paper.copies).replace(/。$/, '')}。` : '',
    printed: paper.printed
      ? { office: cleanLine(paper.printed.office), date: `${chineseDate(paper.printed.date)}印发` }
      : null,
    annexes: attachments.flatMap(({ title, body }, i) =>
      body ? [{ label: `附件${numberOf(i)}`, title: titleLines(title), body: arrange(body) }] : [],
    ),
  }
}

/** "2026-07-05" → "2026年7月5日" (7.3.5.5: Arabic figures, no leading zeros). */
export function chineseDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 1 → "一", 23 → "二十三"; headings do not go beyond 99. */
export function chineseNumber(value: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`
}

/** 7.3.3: 一、 then （一） then 1. then （1）; each level begins anew below a higher one. */
function headingLabel(level: 1 | 2 | 3 | 4, count: number): string {
  const labels = [`${chineseNumber(count)}、`, `（${chineseNumber(count)}）`, `${count}.`, `（${count}）`]
  return labels[level - 1]!
}

function arrangeBlocks(blocks: readonly PaperBlock[], nextPicture: () => number): ArrangedBlock[] {
  const counts = [0, 0, 0, 0]
  const label = (level: 1 | 2 | 3 | 4) => {
    counts[level - 1] = counts[level - 1]! + 1
    counts.fill(0, level)
    return headingLabel(level, counts[level - 1]!)
  }
  return blocks.flatMap((block) => {
    if (block.kind === 'heading')
      return [{ kind: 'heading', level: block.level, text: label(block.level) + cleanLine(block.text) }]
    if (block.kind === 'paragraph') return arrangeParagraph(block)
    return [block.kind === 'table' ? arrangeTable(block) : arrangePicture(block, nextPicture())]
  })
}

function arrangeParagraph({ lead = '', text }: PaperParagraph): ArrangedBlock[] {
  return linesOf(text).map((line, i) => ({ kind: 'paragraph', lead: i === 0 ? cleanLine(lead) : '', text: line }))
}

function arrangeTable({ caption, columns, rows, note, dense }: PaperTable): ArrangedBlock {
  return {
    kind: 'table',
    caption: cleanLine(caption ?? ''),
    columns: columns.map((column) => ({ ...column, heading: cleanText(column.heading) })),
    dense: dense ?? false,
    rows: rows.map((row) => columns.map((_, i) => cleanText(row[i] ?? ''))),
    note: cleanLine(note ?? ''),
  }
}

function arrangePicture({ svg, description, caption }: PaperPicture, number: number): ArrangedPicture {
  const { width, height } = checkSvg(svg)
  return {
    kind: 'picture',
    number,
    svg,
    aspect: height / width,
    description: cleanLine(description),
    caption: cleanLine(caption ?? ''),
  }
}

/**
 * 7.3.5.1: the date ends four characters from the right, and the name stands centred over it; a long name moves the date
 * further to the left, so that two characters remain free.
 */
function arrangeSignature({ name, date }: { name: string; date: IsoDate }): ArrangedPaper['signature'] {
  const [office, day] = [cleanLine(name), chineseDate(date)]
  const longer = (widthOf(office) - widthOf(day)) / 2
  const dateRight = Math.max(4, 2 + longer)
  return { name: office, nameRight: dateRight - longer, date: day, dateRight }
}
