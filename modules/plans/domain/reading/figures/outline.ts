import type { Section } from '../model.ts'
import type { Frame } from './frame.ts'
import { normalize } from './normalize.ts'
import { headingSubject } from './topics.ts'

/**
 * What each part of a document talks about. A plan looks back in its 发展基础 and sets aims in its 发展目标; a report
 * turns from what was done to 下一步工作. Headings tell, and where a copy lost its headings, the sentence that
 * announces the list (重点抓好以下工作:) does.
 */
export interface Part {
  voice: 'target' | 'baseline' | 'actual'
  /** Section that lists the aims: targets in it inherit the year said last. */
  goal: boolean
  /** Year for values without one of their own. */
  year: number | null
  /** First year of the span that the heading names (“十四五”成就): averages run from it. */
  from: number | null
  /** Definitions of terms: nothing in it is a statement. */
  glossary: boolean
  /** What the innermost heading is about, for sentences that leave their subject to it. */
  subject: string
  /** Changes whenever a new heading begins, so that inherited years end with their section. */
  key: number
}

const GLOSSARY = /名词(?:解释|说明|注释|术语)|术语(?:解释|说明)|指标(?:解释|说明)|^注释|^附注|缩略语/
const BACK = new RegExp(
  [
    '(?<!夯实|强化|打牢|筑牢|巩固|加强)(?:(?:发展|工作|现实|产业|创新|现有|建设|规划|编制|实践)基础|^基础)(?:$|与|和|及|、|条件)',
    '现状|回顾|成就|成绩|(?:主要|工作|新|任务|指标)进展|进展$|(?<!提[升高].{0,6})成效(?:$|显著|明显|与|和)|取得.{0,4}成效',
    '(?:发展|编制|规划)?背景(?!下)|发展形势|形势(?:与|和)(?!任务)|面临.{0,4}(?:形势|挑战|机遇|问题)|机遇.{0,4}挑战',
    '(?:存在|主要|突出).{0,6}(?:问题|短板|不足|困难)|问题(?:与|和)|总结(?!推广|评估|经验|提炼)|(?:完成|工作|执行|进展|实施|落实)情况|主要做法|工作亮点',
  ].join('|'),
)
const GOAL = /目标(?!责任|考核|管理)|愿景|(?:主要|预期|核心|发展)指标|指标体系/
const AHEAD = new RegExp(
  [
    '(?:工作|总体|年)(?:的)?(?:计划|安排|打算|思路|部署|要点|重点|目标|建议|举措|任务|设想|谋划)|下一步|下一阶段|下步|今后|展望',
    '(?:主要|重点|预期|发展|总体)(?:目标|任务)|目标任务|目标(?:和|与)|重点工作|明年|来年|未来|总体要求|形势(?:与|和)任务|(?:打算|思路|安排)$',
  ].join('|'),
)
const LEAD_IN =
  /(?:抓好|做好|推进|开展|实施|完成|落实|突出|抓实)(?:好)?(?:以下|下列|如下|[一二三四五六七八九十]个?(?:大)?方面的?)[^。]{0,14}[:。]$/
const LOOKS_AHEAD = /将|要|下一步|继续|明年|今年/
const OPENS_AHEAD =
  /^(?:今年,?[^,。;]{0,8}(?:将|要(?!求)|拟|计划)|(?:下一步|下一阶段|下阶段|今后(?:一个时期|五年|几年)?|明年|来年)[,,我全要将])/
const EXPECTED = /(?:主要)?预期目标(?:是|为|:)/

const LONGEST_HEADING = 44

interface Heading {
  start: number
  level: number
  title: string
}

/** Follows a document from paragraph to paragraph; call `enter` in reading order. */
export function followOutline(text: string, sections: Section[], frame: Frame) {
  const headings = sections.length > 0 ? fromSections(sections) : null
  let next = 0
  const stack: Heading[] = []
  let part = opening(frame)
  let key = 0
  /** What the plan says before its first heading of the years before it. */
  let preface: Part | null = null

  function open(heading: Heading): void {
    while ((stack.at(-1)?.level ?? -1) >= heading.level) stack.pop()
    stack.push(heading)
    key += 1
    part = partOf(stack, frame, key)
  }

  return {
    /** The part that the paragraph at `start` belongs to. */
    enter(start: number, end: number): Part {
      const line = text.slice(start, Math.min(end, start + 300)).trim()
      if (headings) {
        while (next < headings.length && (headings[next]?.start ?? 0) < end) open(headings[next++] as Heading)
      } else {
        const heading = readHeading(line, start)
        if (heading) open(heading)
      }
      if (
        frame.genre === 'report' &&
        part.voice === 'actual' &&
        turnsAhead(line, text.slice(Math.max(start, end - 60), end), frame)
      ) {
        key += 1
        part = { voice: 'target', goal: true, year: frame.planYear, from: null, glossary: false, subject: '', key }
      }
      if (frame.genre === 'plan' && key === 0) {
        const back = looksBack(line, frame)
        if (back) preface = { ...part, ...back, voice: 'baseline' }
        else if (PREFACE_TURNS.test(line)) preface = null
        if (preface) return preface
      }
      return part
    },
  }
}

function opening(frame: Frame): Part {
  const single = frame.startYear !== null && frame.startYear === frame.endYear ? frame.endYear : null
  return frame.genre === 'plan'
    ? { voice: 'target', goal: false, year: single, from: null, glossary: false, subject: '', key: 0 }
    : { voice: 'actual', goal: false, year: frame.reportYear, from: null, glossary: false, subject: '', key: 0 }
}

/** “十四五”主要成就 in a plan from 2026 tells what was so at the end of 2025. */
function spanBefore(title: string, { startYear }: Frame): Pick<Part, 'year' | 'from'> {
  const count = /十([一二三四五])五/.exec(title)?.[1]
  const end = count ? 2005 + 5 * '零一二三四五'.indexOf(count) : null
  return end !== null && end + 1 === startYear ? { year: end, from: end - 4 } : { year: null, from: null }
}

const PREFACE_TURNS =
  /^(?:到|力争|为|根据|按照|“?十[一二三四五六]五|展望|未来|今后|下一步|围绕|坚持|本|主要目标|重点|加快|推进|实施|20\d{2}年)|目标/

/** A preface that opens with a year before the plan, or with the five years before it. */
function looksBack(line: string, frame: Frame): Pick<Part, 'year' | 'from'> | null {
  if (frame.startYear === null) return null
  const year = Number(/^(?:截至|截止|到|至)?(20\d{2})年/.exec(line)?.[1] ?? 0)
  if (year > 0) return year < frame.startYear ? { year, from: null } : null
  if (!/^[“"]?十[一二三四五]五/.test(line)) return null
  const span = spanBefore(line.slice(0, 4), frame)
  return span.year === null ? null : span
}

/** The innermost heading that says something about time or purpose decides. */
function partOf(path: Heading[], frame: Frame, key: number): Part {
  let part = { ...opening(frame), key }
  for (const { title } of path) {
    const year = Number(/(20\d{2})年/.exec(title)?.[1]) || null
    const back = BACK.test(title)
    const ahead = AHEAD.test(title)
    if (GLOSSARY.test(title)) part = { ...part, glossary: true }
    else if (frame.genre === 'plan') {
      if (GOAL.test(title)) part = { ...part, voice: 'target', goal: true, year: year ?? frame.endYear }
      else if (back && !part.goal && !/(?:主要|重点)任务/.test(title))
        part = {
          ...part,
          voice: 'baseline',
          goal: false,
          ...(year === null ? spanBefore(title, frame) : { year, from: null }),
        }
    } else if (back && ahead) {
      // 2016年工作总结和2017年工作计划 is the title, not a part.
    } else if (back) part = { ...part, voice: 'actual', goal: false, year: year ?? frame.reportYear }
    else if (ahead || (year !== null && frame.reportYear !== null && year > frame.reportYear)) {
      part = { ...part, voice: 'target', goal: true, year: year ?? frame.planYear }
    } else if (year !== null) part = { ...part, year }
  }
  return { ...part, subject: headingSubject(path.at(-1)?.title ?? '') }
}

function turnsAhead(line: string, tail: string, frame: Frame): boolean {
  if (LEAD_IN.test(tail.trimEnd()) && LOOKS_AHEAD.test(tail + line)) return true
  const speech = line.replace(/^[^,。;]{1,12}:/, '')
  if (OPENS_AHEAD.test(speech) || EXPECTED.test(line)) return true
  return frame.planYear !== null && new RegExp(`^${frame.planYear}年[,是我全要将工]`).test(line)
}

const NUMBERING: [RegExp, number][] = [
  [/^第[一二三四五六七八九十百\d]{1,4}[章篇部]/, 1],
  [/^第[一二三四五六七八九十百\d]{1,4}节/, 2],
  [/^(?:专栏|附[件表录])/, 2],
  [/^[一二三四五六七八九十]{1,3}[、.]/, 3],
  [/^[(][一二三四五六七八九十]{1,3}[)]/, 4],
  [/^\d{1,2}[、.](?!\d)/, 5],
  [/^[(]?\d{1,2}[)]/, 6],
]

/** A heading of its own line, or one that runs into its paragraph: (一)自主创新能力明显提升。建成…… */
function readHeading(line: string, start: number): Heading | null {
  const numbering = NUMBERING.find(([pattern]) => pattern.test(line))
  const first = /^[^。:\n]{2,60}/.exec(line)?.[0].trim() ?? ''
  if (numbering) return first.length <= LONGEST_HEADING ? { start, level: numbering[1], title: first } : null
  if (GLOSSARY.test(line) && line.length <= 20) return { start, level: 1, title: line }
  return null
}

function fromSections(sections: Section[]): Heading[] {
  return sections
    .filter(({ title, number }) => title !== '' && title.length <= LONGEST_HEADING && !number.endsWith('是'))
    .map(({ start, level, title }) => ({ start, level, title: normalize(title) }))
}
