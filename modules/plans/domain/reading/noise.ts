import { AFTER_DOCUMENT, FURNITURE, MENU_WORD } from './lexicons/furniture.ts'
import { ADDRESSEE, DATE_LINE, DOCUMENT_NUMBER, SIGNATURE, TITLE_LINE, TITLE_WORD } from './lexicons/titles.ts'
import type { Noise } from './model.ts'
import { readBoxNumber, readNumber } from './structure/numbering.ts'
import { findCellTables } from './tasks/cell-lines.ts'
import { type Line, readLines } from './text/lines.ts'

type Reason = Noise['reason']

/** 配合单位:…, 【牵头单位】…, 责任领导:… and 完成时限:… belong to the item above them. */
const TASK_LINE =
  /^[【[]?[\u4e00-\u9fff]{2,6}(?:单位|部门|处室|科室)(?:\([^()]{0,30}\))?[】\]:]|^[【[]?(?:完成|办结|推进)?(?:时限|期限|时间|进度)(?:要求|安排)?[】\]:]|^[【[]?(?:责任|牵头|分管|挂钩|包保)[\u4e00-\u9fff]{0,2}(?:领导|责任人|负责人|人)[】\]:]|^[【[]?(?:工作|年度|主要|阶段)?(?:目标|成果|内容|措施|任务)(?:要求|形式)?[】\]:]/

/** Furniture is short; a longer line with such a word in it is prose, unless it praises a web site. */
const LONGEST_FURNITURE = 160

/**
 * Finds the web page around and inside a document: menus, advertisements, contact lines, footers, breadcrumbs.
 * A line is judged by its own features, and by its place before the title or after the last real paragraph.
 * Nothing is deleted; the stretches are disjoint and in order.
 */
export function findNoise(text: string): Noise[] {
  const lines = readLines(text)
  const looks = inContext(lines, lines.map(lookAt))
  const { first, last } = findBody(lines, looks)
  const noise: Noise[] = []
  for (const [i, line] of lines.entries()) {
    const reason =
      looks[i]!.furniture ?? (i < first ? outside(line, 'menu') : i > last ? outside(line, 'footer') : null)
    if (!reason) continue
    const previous = noise.at(-1)
    if (previous && previous.reason === reason && i > 0 && previous.end === lines[i - 1]!.end) previous.end = line.end
    else noise.push({ start: line.start, end: line.end, reason })
  }
  return noise
}

interface Look {
  furniture: Reason | null
  heading: boolean
  paragraph: boolean
  title: boolean
}

function lookAt(line: Line): Look {
  const furniture = furnitureReason(line)
  if (furniture) return { furniture, heading: false, paragraph: false, title: false }
  return {
    furniture,
    heading: (readNumber(line.content) ?? readBoxNumber(line.content)) !== null,
    paragraph: isParagraph(line.content) || isTableRow(line.content),
    title: isTitle(line.content),
  }
}

function furnitureReason({ content }: Line): Reason | null {
  if (content.length > LONGEST_FURNITURE) return null
  // A numbered line belongs to the document whatever it speaks of.
  if (readNumber(content)) return null
  const prose = isParagraph(content)
  for (const { reason, sign } of FURNITURE) {
    if (!sign.test(content)) continue
    if (prose && reason !== 'summary' && reason !== 'advertisement') continue
    if (reason === 'navigation' && DOCUMENT_NUMBER.test(content)) continue
    return reason
  }
  return isMenu(content) ? 'menu' : null
}

/** Several short words in a row without any punctuation of prose, at least two of them usual in menus. */
function isMenu(content: string): boolean {
  if (/[。,;!?]/.test(content)) return false
  const words = content.split(/[\s|·/»>\u3000\u00a0]+/).filter(Boolean)
  if (words.length === 1) return /^(网站)?首页$|^(新闻资讯|联系我们|关于我们|查看更多|更多)$/.test(content)
  if (words.some((word) => word.length > 12)) return false
  return words.filter((word) => MENU_WORD.test(word)).length >= Math.max(2, words.length / 3)
}

/**
 * Lines that only their neighbours explain: 主办单位:… between numbered items speaks of the item, not of the web site,
 * and the cells of a table that stands one cell to a line are no menu.
 */
function inContext(lines: Line[], looks: Look[]): Look[] {
  const lastHeading = looks.findLastIndex((look) => look.heading)
  const real: Look = { furniture: null, heading: false, paragraph: true, title: false }
  const known = [...looks]
  let holds = false
  for (const [i, { content }] of lines.entries()) {
    if (looks[i]!.furniture === 'footer' && /^(?:主办|承办|协办)单位\s*:/.test(content) && (holds || i < lastHeading)) {
      holds = true
      known[i] = real
    }
  }
  for (const { start, end } of findCellTables(lines)) {
    for (let cell = start; cell < end; cell++)
      if (!looks[cell]!.furniture) known[cell] = { ...known[cell]!, paragraph: true }
  }
  return known
}

/** A row whose cells are parted by tabs or bars. */
function isTableRow(content: string): boolean {
  return content.includes('\t') || /^\|.*\|$/.test(content)
}

/** Running prose: long enough and punctuated as sentences are. */
function isParagraph(content: string): boolean {
  if (content.length < 24) return false
  const start = content.slice(0, 2000)
  return /[。;]/.test(start) || (start.length > 60 && /[,、]/.test(start))
}

function isTitle(content: string): boolean {
  if (/^目\s*[录次]$/.test(content)) return true
  if (content.length < 7 || content.length > 140 || /[。;]/.test(content)) return false
  if (/[_|]|门户网站|官网|^[《].*[》]$/.test(content)) return false
  return TITLE_LINE.test(content) || TITLE_WORD.test(content) || DOCUMENT_NUMBER.test(content)
}

/** The first and the last line that belong to the document; everything outside is furniture. */
function findBody(lines: Line[], looks: Look[]): { first: number; last: number } {
  const isReal = (look: Look) => look.heading || look.paragraph
  const firstReal = looks.findIndex(isReal)
  if (firstReal < 0) return { first: 0, last: lines.length - 1 }
  return { first: findFirst(lines, looks, firstReal), last: findLast(lines, looks) }
}

function findFirst(lines: Line[], looks: Look[], firstReal: number): number {
  let first = firstReal
  for (let i = Math.max(0, firstReal - 30); i <= firstReal; i++) {
    if (looks[i]!.title) {
      first = i
      break
    }
  }
  // A title broken over lines, or a line of authors above it, stands directly on top.
  while (
    first > 0 &&
    !looks[first - 1]!.furniture &&
    /(省|市|区|县|政府|委员会|厅|局|部|办公室|文件)$/.test(lines[first - 1]!.content)
  ) {
    if (lines[first - 1]!.content.length > 40) break
    first--
  }
  return first
}

function findLast(lines: Line[], looks: Look[]): number {
  const lastHeading = looks.findLastIndex((look) => look.heading)
  const cut = lines.findIndex((line, i) => i > lastHeading && i > lines.length / 3 && AFTER_DOCUMENT.test(line.content))
  const limit = cut < 0 ? lines.length - 1 : cut - 1
  let last = limit
  while (last > 0 && !(looks[last]!.heading || looks[last]!.paragraph)) last--
  while (last < limit && belongsAfter(lines[last + 1]!, looks[last + 1]!)) last++
  return last
}

function belongsAfter({ content }: Line, look: Look): boolean {
  if (look.furniture) return false
  return (
    look.title ||
    SIGNATURE.test(content) ||
    DATE_LINE.test(content) ||
    /[。;]$/.test(content) ||
    TASK_LINE.test(content) ||
    ADDRESSEE.test(content) ||
    isTableRow(content)
  )
}

/** What a line outside the document is, when it shows no sign of its own. */
function outside({ content }: Line, otherwise: Reason): Reason {
  if (/^[\d\s\-+()]{5,}$/.test(content)) return 'contact'
  return /[。!]/.test(content) ? 'advertisement' : otherwise
}
