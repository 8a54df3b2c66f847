import { ADDRESSEE, DATE_LINE, DOCUMENT_NUMBER, PAPER_KIND, TITLE_LINE, TITLE_WORD } from './lexicons/titles.ts'
import type { DocumentInfo, Noise } from './model.ts'
import { readNumber } from './structure/numbering.ts'
import { foldWidth } from './text/fold-width.ts'
import { readHanNumber } from './text/han-numbers.ts'
import { documentLines, type Line } from './text/lines.ts'

/** What a document says about itself in its head, its signature and, failing these, in what a web page says of it. */
export function readDocumentInfo(text: string, noise: readonly Noise[] = []): DocumentInfo {
  const lines = documentLines(text, noise)
  const head = headOf(lines)
  const full = fullTitle(text, head) ?? announcedTitle(text, noise) ?? ''
  const title = ownTitle(full)
  return {
    title,
    issuer: readIssuer(foldWidth(full), head, lines),
    documentNumber: readDocumentNumber(head),
    date: readDate(head, lines),
    genre: genreOf(title),
    ...readYears(foldWidth(title)),
  }
}

/** The lines before the text begins. */
function headOf(lines: readonly Line[]): Line[] {
  const end = lines.findIndex(
    ({ content }, i) => i > 40 || readNumber(content) !== null || (/。/.test(content) && content.length > 30),
  )
  return lines.slice(0, end < 0 ? 40 : end)
}

function isTitle({ content }: Line): boolean {
  return content.length < 140 && !/[。;]/.test(content) && (TITLE_WORD.test(content) || TITLE_LINE.test(content))
}

/** The first title of the head; a title broken over lines is put together. */
function fullTitle(text: string, head: readonly Line[]): string | null {
  const first = head.findIndex(isTitle)
  if (first < 0) return brokenTitle(text, head)
  const above = head[first - 1]
  const isSplit =
    above !== undefined && /^[\u4e00-\u9fff]{2,12}(?:省|市|区|县|州|政府|委员会|局|厅)$/.test(above.content)
  const lines = isSplit ? [above, head[first]!] : [head[first]!]
  for (let i = first + 1; i < first + 4 && !isWhole(joined(lines)); i++) {
    const next = head[i]
    if (!next || ADDRESSEE.test(next.content) || DATE_LINE.test(next.content) || next.content.length > 60) break
    lines.push(next)
  }
  return asWritten(text, lines)
}

function joined(lines: readonly Line[]): string {
  return lines.map(({ content }) => content).join('')
}

function asWritten(text: string, lines: readonly Line[]): string {
  return lines
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .replace(/\s+/g, '')
}

/** 关于印发… wants its 的通知; a bracket wants its end. */
function isWhole(title: string): boolean {
  const wantsNotice = /关于/.test(title) && !/的(通知|意见|决定|公告|函|批复|报告|通告)/.test(title)
  return !wantsNotice && (TITLE_LINE.test(title) || /工作(总结|报告)/.test(title))
}

/** A title none of whose lines is one by itself. */
function brokenTitle(text: string, head: readonly Line[]): string | null {
  for (let i = 0; i + 1 < Math.min(head.length, 8); i++) {
    const lines = head.slice(i, i + 2)
    if (joined(lines).length < 60 && TITLE_LINE.test(joined(lines))) return asWritten(text, lines)
  }
  return null
}

/** 下面是小编为大家整理的…,供大家参考: the page names the document. */
function announcedTitle(text: string, noise: readonly Noise[]): string | null {
  for (const { start, end, reason } of noise) {
    if (reason !== 'summary') continue
    const named = new RegExp(
      `(?:整理|分享|带来|收集|准备|推荐)(?:了|的)*(?:关于)?[《“"]?(.{4,80}(?:${PAPER_KIND})(?:\\([^()]{2,20}\\))?)`,
    ).exec(foldWidth(text.slice(start, end)))
    if (named) return named[1]!
  }
  return null
}

/** 某府关于印发X的通知 brings X; X is the document that people cite. */
function ownTitle(full: string): string {
  const folded = foldWidth(full)
  const issued = /关于(?:印发|发布|转发|下达|公布)([《<]?)(.+?)([》>]?)的(?:通知|公告|通告)/d.exec(folded)?.indices?.[2]
  const title = issued ? full.slice(...issued) : full
  return title.replace(/^《|》$/g, '').replace(/[(\uff08]\d{1,2}[)\uff09]$/, '')
}

function readIssuer(full: string, head: readonly Line[], lines: readonly Line[]): string | null {
  const titled =
    /^([\u4e00-\u9fff]{2,40}?(?:人民政府办公厅|人民政府办公室|人民政府|办公厅|办公室|委员会|厅|局|委|部|院|领导小组))(?:等.{1,8}部门)?关于/.exec(
      full,
    )?.[1]
  if (titled) return titled
  for (const { content } of head) {
    const named = /(?:发布|发文|制定|印发)(?:单位|机关|机构|部门)\s*:\s*([\u4e00-\u9fff]{4,30})/.exec(content)
    if (named) return named[1]!
  }
  const dated = lines.findIndex(({ content }) => DATE_LINE.test(content))
  const signed = dated > 0 ? lines[dated - 1]!.content.replace(/\s/g, '') : ''
  if (/^[\u4e00-\u9fff]{4,30}(?:政府|厅|局|委员会|委|办公室|部|院)$/.test(signed)) return signed
  return /^([\u4e00-\u9fff]{2,20}?(?:人民政府|委员会|厅|局|委))(?=(?:19|20)\d{2}年)/.exec(full)?.[1] ?? null
}

/** Numbers of other papers stand in the text; the document's own stands in its head. */
function readDocumentNumber(head: readonly Line[]): string | null {
  for (const { content } of head) {
    if (content.length > 100) continue
    const labelled = content.replace(/^.*?文\s*号\s*:\s*/, '')
    const number = DOCUMENT_NUMBER.exec(labelled)?.[0].replace(/\s/g, '')
    if (number && !/关于|根据|[《(].*$/.test(labelled.slice(0, labelled.indexOf(number[0]!)))) return number
  }
  return null
}

/** The date under the signature, then the date of publication that the head states. */
function readDate(head: readonly Line[], lines: readonly Line[]): string | null {
  const signed = lines.find(({ content }) => DATE_LINE.test(content) && !/印发|发布|公布/.test(content))
  if (signed) return isoDate(signed.content)
  for (const { content } of head) {
    const stated =
      /(?:成文|颁布|印发|发文|生成|签发|发布)(?:时间|日期)\s*:\s*(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})/.exec(content)
    if (stated) return iso(stated[1]!, stated[2]!, stated[3]!)
  }
  const printed = lines.find(({ content }) => DATE_LINE.test(content))
  return printed ? isoDate(printed.content) : null
}

function isoDate(line: string): string | null {
  const parts = /(\S{4})\s*年\s*(\S{1,3}?)\s*月\s*(\S{1,3}?)\s*日/.exec(line)
  if (!parts) return null
  const year = /^\d{4}$/.test(parts[1]!)
    ? parts[1]!
    : [...parts[1]!].map((digit) => '〇一二三四五六七八九'.indexOf(digit.replace(/[○零]/, '〇'))).join('')
  const month = readHanNumber(parts[2]!)
  const day = readHanNumber(parts[3]!)
  return /^\d{4}$/.test(year) && month && day ? iso(year, String(month), String(day)) : null
}

function iso(year: string, month: string, day: string): string | null {
  if (Number(month) > 12 || Number(day) > 31) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const GENRES: readonly { genre: DocumentInfo['genre']; sign: RegExp }[] = [
  { genre: 'task-table', sign: /任务分工|分工(方案|表)|任务(清单|分解|表)|责任(清单|分工)|分解(表|方案)/ },
  { genre: 'work-report', sign: /工作(总结|报告|情况)|政府工作报告|总结|情况(报告|通报)|年度?报告|述职/ },
  { genre: 'action-plan', sign: /行动(计划|方案)|(实施|工作|建设|试点|推进|攻坚|总体)方案|三年计划|工作(要点|计划)/ },
  { genre: 'plan', sign: /规划|纲要|远景目标|“?十.五”?.{0,20}计划|方案|计划/ },
  { genre: 'notice', sign: /通知|公告|通告|函$|批复/ },
]

function genreOf(title: string): DocumentInfo['genre'] {
  return GENRES.find(({ sign }) => sign.test(title))?.genre ?? 'other'
}

/** The tenth plan began in 2001, the fourteenth in 2021. */
function fiveYearPlan(count: number): { startYear: number; endYear: number } {
  return { startYear: 1951 + count * 5, endYear: 1955 + count * 5 }
}

function readYears(title: string): { startYear: number | null; endYear: number | null } {
  const range = /((?:19|20)\d{2})\s*年?\s*(?:[-—–~至到]+)\s*((?:19|20)\d{2})/.exec(title)
  if (range) return { startYear: Number(range[1]), endYear: Number(range[2]) }
  const plan =
    /“?(十[一二三四五六七八九]?)五”?(?=.{0,40}(?:规划|计划|纲要|方案|时期))|第(十[一二三四五六七八九]?)个五年/.exec(
      title,
    )
  const count = plan ? readHanNumber(plan[1] ?? plan[2]!) : null
  if (count) return fiveYearPlan(count)
  const years = [...title.matchAll(/((?:19|20)\d{2})\s*年/g)].map((match) => Number(match[1]))
  if (years.length === 0) return { startYear: null, endYear: null }
  return { startYear: Math.min(...years), endYear: Math.max(...years) }
}
