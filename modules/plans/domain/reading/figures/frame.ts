import type { DocumentInfo } from '../model.ts'
import { normalize } from './normalize.ts'
import { parseInteger } from './numerals.ts'

/** The years and the voice that a document as a whole gives to its figures. */
export interface Frame {
  /** A plan speaks of what shall be, a report of what was. */
  genre: 'plan' | 'report'
  /** Years the plan covers. */
  startYear: number | null
  endYear: number | null
  /** The year a report looks back on, and the one it looks forward to. */
  reportYear: number | null
  planYear: number | null
}

const YEARS = /(?:19|20)\d{2}(?=年|[-—–~至、]|\))/g
const YEARS_ONCE = new RegExp(YEARS.source)
const REPORT_TITLE = /总结|报告|公报|情况|回顾|成效|综述|年鉴|述职/
const PLAN_TITLE = /规划|方案|计划|纲要|意见|要点|安排|行动|任务|分工|目标|措施|办法|思路/
const FIVE_YEAR = /十([一二三四五六])五/
const FIVE_YEAR_START: Record<string, number> = { 一: 2006, 二: 2011, 三: 2016, 四: 2021, 五: 2026, 六: 2031 }

/** Reads the frame from what is known of the document and, where that is silent, from its first lines. */
export function readFrame(text: string, document: DocumentInfo): Frame {
  const title = normalize(document.title) || guessTitle(text)
  const genre = readGenre(document.genre, title)
  // 《“十五五”规划》2026年分工方案 is a paper of 2026.
  const own = title.slice(title.lastIndexOf('》') + 1)
  const named = YEARS_ONCE.test(own) ? own : title
  const years = [...named.matchAll(YEARS)].map((match) => Number(match[0]))
  const first = years[0] ?? null
  const last = years.at(-1) ?? null
  if (genre === 'plan') {
    const fiveYear = FIVE_YEAR_START[FIVE_YEAR.exec(named)?.[1] ?? ''] ?? null
    const annual = named !== title && years.length === 1
    const startYear = (annual ? null : document.startYear) ?? (years.length > 1 ? first : null) ?? fiveYear ?? first
    const endYear = (annual ? null : document.endYear) ?? (fiveYear === null ? last : fiveYear + 4)
    const known = endYear === null ? undatedPlan(text, title, document.date) : { startYear, endYear }
    return { genre, ...known, reportYear: known.startYear === null ? null : known.startYear - 1, planYear: null }
  }
  const reportYear = readReportYear(
    text,
    title,
    first ?? (FIVE_YEAR.test(title) ? null : document.startYear),
    document.date,
  )
  const planYear = first !== null && last !== null && last > first ? last : reportYear === null ? null : reportYear + 1
  return { genre, startYear: null, endYear: null, reportYear, planYear }
}

/** A plan without years in its title ends with the last year it aims at, the far horizon of 2035 and later aside. */
function undatedPlan(text: string, title: string, date: string | null): Pick<Frame, 'startYear' | 'endYear'> {
  const aims = [...text.slice(0, 20_000).matchAll(/(?:到|至|力争)(20\d{2})年/g)].map((match) => Number(match[1]))
  const endYear = Math.max(0, ...aims.filter((year) => year < 2035)) || null
  const length = parseInteger(/([三四五六七八十\d]{1,2})年/.exec(title)?.[1] ?? '')
  // 力争通过三年努力,到2026年底,…
  const effort = EFFORT.exec(text.slice(0, 20_000))
  if (effort && !length) return effortOf(parseInteger(effort[1] ?? ''), Number(effort[2]))
  if (endYear !== null && length) return { startYear: endYear - length + 1, endYear }
  return { startYear: date ? Number(date.slice(0, 4)) : null, endYear }
}

const EFFORT =
  /(?:通过|经过|利用|用)([三四五\d])年(?:左右)?(?:的)?(?:时间|努力|攻坚|行动|建设|发展)?(?:左右)?[,的]?(?:[^,。;]{0,6},)?到(20\d{2})年/

function effortOf(length: number | null, endYear: number): Pick<Frame, 'startYear' | 'endYear'> {
  return { startYear: length ? endYear - length + 1 : null, endYear }
}

function readGenre(genre: DocumentInfo['genre'], title: string): Frame['genre'] {
  if (genre === 'work-report') return 'report'
  // 规划实施情况中期评估报告 speaks of a plan, but reports.
  if (/(?:报告|总结|公报|汇报|情况)(?:[(（].{0,12})?$/.test(title)) return 'report'
  if (genre !== 'other') return 'plan'
  // The last word of a title names its kind: 规划实施情况报告 is a report.
  const report = lastIndex(title, REPORT_TITLE)
  const plan = lastIndex(title, PLAN_TITLE)
  if (report < 0 && plan < 0) return 'report'
  // 工作总结和工作计划 looks back first.
  if (/总结.{0,8}计划|总结.{0,8}(?:安排|打算|思路)/.test(title)) return 'report'
  return plan > report ? 'plan' : 'report'
}

function lastIndex(title: string, words: RegExp): number {
  return Math.max(-1, ...[...title.matchAll(new RegExp(words, 'g'))].map((match) => match.index))
}

function readReportYear(text: string, title: string, titleYear: number | null, date: string | null): number | null {
  const head = text.slice(0, 20_000)
  const heading = /(20\d{2})年(?:[^,。;\n]{0,8})(?:回顾|总结)/.exec(head.replace(title, ''))
  if (/政府工作报告/.test(title + head.slice(0, 200))) {
    if (heading) return Number(heading[1])
    // A government reports in January on the year before.
    const held = /(20\d{2})年[1-4]月\d{1,2}日/.exec(head.slice(0, 1500))
    if (held) return Number(held[1]) - 1
    if (titleYear !== null) return titleYear - 1
    if (date) return Number(date.slice(0, 4)) - 1
  }
  if (titleYear !== null) return titleYear
  if (heading) return Number(heading[1])
  const until = /截(?:至|止|止到)(20\d{2})年/.exec(head)
  if (until) return Number(until[1])
  const written = /(20\d{2})年(\d{1,2})月\d{1,2}日/.exec(head.slice(0, 1500))
  const [year, month] = date ? date.split('-').map(Number) : [Number(written?.[1]), Number(written?.[2])]
  // Before April a paper looks back on the year before.
  if (year && month) return month <= 3 ? year - 1 : year
  return mostNamedYear(head)
}

/** The year a text speaks of most; 2023年,全市… says more than a year in passing, and a full date says nothing. */
function mostNamedYear(text: string): number | null {
  const counts = new Map<number, number>()
  for (const match of text.matchAll(/(?<!到|至|比|较|是|由|从|自|在)(20\d{2})年(?!\d{1,2}月\d)(,|末|度)?/g)) {
    const year = Number(match[1])
    counts.set(year, (counts.get(year) ?? 0) + (match[2] ? 3 : 1))
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** For a text whose title nobody has found: the first line that reads like one, or else that mentions one. */
function guessTitle(text: string): string {
  let mentioned = ''
  for (const line of text.slice(0, 4000).split('\n')) {
    const trimmed = line.trim()
    if (trimmed.length < 6 || trimmed.length > 100 || !(REPORT_TITLE.test(trimmed) || PLAN_TITLE.test(trimmed)))
      continue
    if (!/[。;,]/.test(trimmed)) return trimmed
    mentioned ||= trimmed
  }
  return mentioned
}
