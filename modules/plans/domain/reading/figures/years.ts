import { parseInteger } from './numerals.ts'

/**
 * When a value holds. Officials date a figure by a year (2016年, 到2020年), a five-year plan (“十三五”期间), a span
 * (2016—2020年, 自2016年起5年内, 近三年) or relative to the paper itself (今年, 全年, 去年). A year after 比 or 较
 * is only what the value is compared with.
 */

export type TimeRole =
  | 'at' // in that year
  | 'until' // by that year: 到2020年
  | 'period' // from startYear to year
  | 'since' // 2015年以来
  | 'from' // 自2016年起: opens, with no end
  | 'within' // 5年内: closes what 'from' opened
  | 'span' // 五年新增…: the length of the paper's own period
  | 'streak' // 连续三年
  | 'compare' // 是2015年的4倍: dates only what stands beside it
  | 'base' // 比2015年: dates nothing
  | 'default' // 今年, 全年: the paper's own year
  | 'whole' // 全年: the year being spoken of
  | 'last' // 去年
  | 'per' // 每年
  | 'none' // time words that date nothing: 三年行动, 11月

export interface TimeMention {
  start: number
  end: number
  role: TimeRole
  /** Null for masked years (20xx年) and open spans. */
  year: number | null
  startYear: number | null
  /** Length in years of 近三年, 5年内, 连续三年. */
  span: number | null
  /** 比上年的102.1亿元: years before the paper's own. */
  ago: number
  /** 20xx年: the year is hidden in this copy. */
  masked: boolean
}

const YEAR = '(?:19|20)\\d{2}'
const MASKED = '(?:20|19)(?:[xX×*○□]{2}|\\d[xX×*○□])|[xX×*]{2,4}'
const DASH = '[-—–~至到]{1,2}'
const COUNT = '[一二两三四五六七八九十]{1,3}|\\d{1,2}'

const TIME = new RegExp(
  [
    `(?<from>${YEAR})年? ?${DASH} ?(?<to>${YEAR})年(?:度|期间|底)?`,
    `[“"]?(?<plan>十[一二三四五六]|九|十)五[”"]?(?<planTail>(?:发展|规划)?(?:期间|时期|以来|期末|末期|末年|末|收官之年|时段|五年)|(?=,|我[市省区县]|全[市省区县国]))?`,
    `(?<day>(?:${YEAR}|${MASKED})年\\d{1,2}月(?:\\d{1,2}日)?(?:底|份|末|初)?)(?<dayTail>以来|至今)?`,
    `(?<year>(?:${YEAR}|${MASKED}))(?:年度?|(?=[、和]${YEAR}年))(?<months>(?: ?\\d{1,2}${DASH}\\d{1,2}月)|年?底|末|初|上半年|前[一二三]季度)?(?<tail>以?来|至今|起|开始|以前|之前|前|内)?`,
    `(?<per>平均每年|每年度?|逐年|年均(?!增|复合|递增|下降|浓度|提高|降)|每一?年)`,
    `(?<relative>今年以来|今年|本年度?|全年|一年来|一年多来|截至目前|目前|当前|现有)`,
    `(?<last>去年|上一?年度?(?!末)|上年末|前一年)`,
    `(?<lead>近|过去|最近|未来|今后|此后|接下来|连续|前)?(?:的)?(?<count>${COUNT})(?:多|余)?个?年(?<after>来|内|间|时间|期|以来)?(?!代|级|度|产|报|龄|均)`,
    `(?<clock>\\d{1,2}:\\d{2}|(?<![\\d.])\\d{1,2}(?:[-—至]\\d{1,2})?月(?:份|底|末)?(?:\\d{1,2}日)?|(?<![\\d.])\\d{1,2}日)`,
  ].join('|'),
  'g',
)

const COMPARES = /(?:比|较|相比|相较于?|对比|比起|同比|与|超过|高于|低于|在|于)[“"]?$/
const EQUALS = /(?:是|为|相当于|等于)$/
const REACHES = /(?:到|至|截至|截止|截止到|力争|达)[“"]? ?$/
/** 五年新增, 三年毕业: what is done over the years of the paper, unlike 三年行动, 五年以上. */
const NOT_A_SPAN = /^(?:行动|计划|规划|制|以|左右|级|目标|工作|任务|方案|发展|滚动|倍|学|的|一|[,。;、)])/
const OPENS = /(?:自|从|由)[“"]? ?$/

/** All time words of a paragraph, in reading order. */
export function findTimes(text: string): TimeMention[] {
  const found: TimeMention[] = []
  for (const match of text.matchAll(TIME)) {
    const mention = readMention(text, match)
    if (mention) found.push(mention)
  }
  return found
}

function readMention(text: string, match: RegExpExecArray): TimeMention | null {
  const start = match.index
  const end = start + match[0].length
  const part = match.groups ?? {}
  const head = text.slice(Math.max(0, start - 6), start)
  if (/[\d.]$/.test(head) && !part.plan) return null
  const make = (role: TimeRole, rest: Partial<TimeMention> = {}): TimeMention => ({
    start,
    end,
    role,
    year: null,
    startYear: null,
    span: null,
    ago: 0,
    masked: false,
    ...rest,
  })
  const compared = COMPARES.test(head) || /^的?(?:基础上|水平|相比)/.test(text.slice(end, end + 4))

  // 比上年的102.1亿元增加: the value beside it is that year's own.
  const beforeNumber = /^的?(?:近|约|超)?\d/.test(text.slice(end, end + 4))

  if (part.from && part.to) return make('period', { startYear: Number(part.from), year: Number(part.to) })
  if (part.plan) return readFiveYearPlan(part.plan, part.planTail ?? '', compared, make, match[0], text[end] ?? '')
  if (part.day) {
    const year = yearOf(part.day)
    if (part.dayTail) return make('since', { startYear: year, masked: year === null })
    return make('at', { year, masked: year === null })
  }
  if (part.year) {
    const year = yearOf(part.year)
    const masked = year === null
    const tail = part.tail ?? ''
    if (tail === '来' || tail === '以来' || tail === '至今') return make('since', { startYear: year, masked })
    if (tail === '起' || tail === '开始') return make('from', { startYear: year, masked })
    // 由2014年的第47位提升到第25位: the year belongs to the first value only.
    if (OPENS.test(head)) return make('compare', { year, masked })
    if (compared && !REACHES.test(head)) return make(beforeNumber ? 'compare' : 'base', { year, masked })
    if (EQUALS.test(head)) return make('compare', { year, masked })
    if (REACHES.test(head) || /前/.test(tail)) return make('until', { year, masked })
    return make('at', { year, masked })
  }
  if (part.per) return make('per')
  if (part.relative === '全年') return make('whole')
  if (part.relative) return compared && part.relative !== '目前' ? make('base') : make('default')
  if (part.last) {
    if ((compared && beforeNumber) || EQUALS.test(head) || OPENS.test(head)) return make('compare', { ago: 1 })
    return compared ? make('base') : make('last')
  }
  if (part.count) {
    const span = parseInteger(part.count)
    const lead = part.lead ?? ''
    if (lead === '连续') return make('streak', { span })
    if (lead === '近' || lead === '过去' || lead === '最近' || /来$/.test(part.after ?? '')) {
      return compared ? make('base') : make('since', { span })
    }
    if (lead === '未来' || lead === '今后' || lead === '接下来' || part.after === '内') return make('within', { span })
    return make(part.lead || part.after || NOT_A_SPAN.test(text.slice(end, end + 4)) ? 'none' : 'span', { span })
  }
  return make('none')
}

const PLAN_NUMBERS: Record<string, number> = {
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
  十三: 13,
  十四: 14,
  十五: 15,
  十六: 16,
}

function readFiveYearPlan(
  plan: string,
  tail: string,
  compared: boolean,
  make: (role: TimeRole, rest?: Partial<TimeMention>) => TimeMention,
  written: string,
  next: string,
): TimeMention | null {
  const quoted = /[“"]/.test(written)
  if (!quoted && tail === '') return null
  const endYear = 2005 + 5 * ((PLAN_NUMBERS[plan] ?? 11) - 10)
  if (compared && !/期间|时期/.test(tail)) return make('base', { year: endYear })
  if (/末|收官/.test(tail)) return make('until', { year: endYear })
  if (tail !== '' || next === ',') return make('period', { startYear: endYear - 4, year: endYear })
  return make('none')
}

function yearOf(written: string): number | null {
  const match = /^((?:19|20)\d{2})/.exec(written)
  return match ? Number(match[1]) : null
}
