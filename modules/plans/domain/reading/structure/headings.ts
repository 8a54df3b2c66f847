import { hasRole } from '../lexicons/roles.ts'
import type { Noise } from '../model.ts'
import { documentLines, type Line } from '../text/lines.ts'
import { type Numbering, readBoxNumber, readNumber } from './numbering.ts'

/** A line that opens a section. */
export interface Heading extends Numbering {
  start: number
  /** End of the line it stands on. */
  lineEnd: number
  title: string
  indent: number
  /** The line holds text of the section after the title. */
  runIn: boolean
}

/** Every heading line of the document in order, contents lists left out. */
export function readHeadings(text: string, noise: readonly Noise[]): Heading[] {
  const lines = withoutContentsList(documentLines(text, noise))
  const headings: Heading[] = []
  let inAnnexList = false
  for (const [i, line] of lines.entries()) {
    const isAnnexList = /^附\s*件\s*:\s*\S/.test(line.content)
    const numbering = isAnnexList
      ? null
      : (readBoxNumber(line.content) ?? readNumber(line.content) ?? plainHeading(lines, i))
    // 附件:1.… / 2.… lists the annexes by name; these lines open nothing.
    inAnnexList = isAnnexList || (inAnnexList && numbering?.style === 'digit' && !/[。;]/.test(line.content))
    if (!numbering || inAnnexList || isTableRow(line)) continue
    headings.push(headingAt(text, line, numbering))
  }
  return headings
}

/** 1.重点任务:建设平台 is called 建设平台. */
const ITEM_LABEL =
  /^(?:重点|主要|工作|改革|年度|创新|具体)?(?:任务|事项|工作|项目|措施|举措)(?:名称|内容)?\s*:\s*(?=[\u4e00-\u9fff“《\dA-Z])/

function headingAt(text: string, line: Line, numbering: Numbering): Heading {
  const label = ITEM_LABEL.exec(line.content.slice(numbering.length))?.[0].length ?? 0
  const rest = line.content.slice(numbering.length + label)
  const title = numbering.style === 'point' ? pointTitle(rest) : headingTitle(rest)
  const titleAt = line.start + numbering.length + label
  return {
    ...numbering,
    number: text.slice(line.start, line.start + numbering.number.length),
    start: line.start,
    lineEnd: line.end,
    title: text.slice(titleAt, titleAt + title.length),
    indent: line.indent,
    runIn: rest.length > title.length + 2 && !namesUnits(rest.slice(title.length)),
  }
}

function isTableRow({ content }: Line): boolean {
  return content.includes('\t')
}

/** The title in what follows a number: the whole short line, or the first sentence of a long one. */
export function headingTitle(rest: string): string {
  const head = rest.slice(0, 300)
  const unit = unitBracketAt(head)
  const line = unit < 0 ? head : head.slice(0, unit)
  const sentence = line.search(/[。!?]/)
  const colon = line.indexOf(':')
  let end = sentence < 0 ? line.length : sentence
  if (colon > 0 && colon <= 30 && colon < end) end = colon
  const semicolon = line.indexOf(';')
  if (semicolon > 0 && semicolon < end) end = semicolon
  return line.slice(0, end).replace(/[\s。.,;:、]+$/, '')
}

/** A point's name is its first clause. */
export function pointTitle(rest: string): string {
  const title = headingTitle(rest)
  const comma = title.indexOf(',')
  return comma > 3 ? title.slice(0, comma) : title
}

function unitBracketAt(head: string): number {
  for (const match of head.matchAll(/[(【[]/g)) {
    const close = head.slice(match.index + 1).search(/[)】\]]/)
    const inside = head.slice(match.index + 1, close < 0 ? undefined : match.index + 1 + close)
    if (namesUnits(inside)) return match.index
  }
  return -1
}

function namesUnits(inside: string): boolean {
  return hasRole(inside) && /[局委厅部办府会院处科司室区]/.test(inside)
}

const KNOWN_PLAIN =
  /^(前\s*言|序\s*言|引\s*言|结\s*语|名词(解释|说明)|指导思想|基本原则|总体(要求|思路|目标)|发展目标|主要目标|重点任务|主要任务|保障措施|组织实施|工作要求|发展基础|形势分析)$/

/** A heading without any number: a known word, or a short line without punctuation over a paragraph. */
function plainHeading(lines: Line[], i: number): Numbering | null {
  const { content } = lines[i]!
  if (content.length > 24 || !isPlainTitle(content)) return null
  if (!KNOWN_PLAIN.test(content)) {
    const next = lines[i + 1]
    if (i === 0 || !next || content.length < 4 || !/^[\u4e00-\u9fff“”、·\d+\-A-Za-z]+$/.test(content)) return null
    const over = next.content.length > 40 && /。/.test(next.content) && !readNumber(next.content)
    const under = /[。;]$/.test(lines[i - 1]!.content)
    if (!over || !under) return null
  }
  return { style: 'plain', value: 0, number: '', length: 0 }
}

function isPlainTitle(content: string): boolean {
  return !/[。,;:!?()]/.test(content) && !/\d{4}年\d|印发|人民政府$|办公[厅室]$/.test(content)
}

/** Leaves out a list of contents: lines with page numbers, or headings between 目录 and their second coming. */
function withoutContentsList(lines: Line[]): Line[] {
  const isPageLine = (line: Line) => /[.·…⋯\s\t]{3,}\d{1,3}$/.test(line.content.slice(-40)) && line.content.length < 120
  const open = lines.findIndex((line) => /^目\s*[录次]$/.test(line.content))
  if (open < 0) return lines.filter((line) => !isPageLine(line))
  const key = (line: Line) => line.content.replace(/[\s.·…⋯]+\d{0,3}$|\s/g, '')
  const firstKey = lines[open + 1] ? key(lines[open + 1]!) : ''
  const again = lines.findIndex((line, i) => i > open + 1 && i < open + 400 && key(line) === firstKey)
  if (again < 0) return lines.filter((line) => !isPageLine(line))
  return lines.filter((_, i) => i < open || i >= again)
}
