import type { Quantity } from './quantities.ts'
import type { TimeMention } from './years.ts'

/**
 * 分别 deals values out over subjects or years: A、B分别增长5%、8%; 2014年、2015年分别为8家、13家.
 * 均 gives one value to each subject: 新增挂牌数及挂牌总数均位列第一.
 */

export interface Share {
  name: string | null
  year: number | null
  startYear: number | null
  /** 三者所占比重分别为4%、11%和85%: which of the figures before is meant, counted from the last, and what of it. */
  earlier?: { back: number; said: string }
}

const CONJUNCTION = /、|以及|及|和(?!谐|平)/
/** The first value stands this close to 分别, and nothing but a mark separates the next. */
const NEAR = 20
const SEPARATOR = /^ ?(?:[、,]|以及|及|和|与) ?$/

/** For each dealt-out number of a paragraph, by its place: the subject or year that is its own. */
export function distribute(text: string, quantities: Quantity[], times: TimeMention[]): Map<number, Share> {
  const shares = new Map<number, Share>()
  let known: string[] = []
  let first = 0
  for (const match of text.matchAll(/分别|依次/g)) {
    const at = match.index
    const left = openingOf(text, at)
    while (first < quantities.length && (quantities[first]?.numberStart ?? 0) < at) first += 1
    const row = rowAfter(text, quantities, first, at)
    if (row.length < 2) continue
    const years = times.filter(({ role, start, year }) => start >= left && start < at && role === 'at' && year !== null)
    if (years.length === row.length) {
      for (const [i, { numberStart }] of row.entries()) {
        shares.set(numberStart, { name: null, year: years[i]?.year ?? null, startYear: null })
      }
      shareSpan(text, row, quantities[first + row.length], years, shares)
      continue
    }
    const own = splitSubjects(text.slice(left, at))
    // A、B分别为x、y,分别增长p、q: the subjects are said once.
    const all = ALL_OF_THEM.exec(own[0] ?? '')
    if (own.length === 1 && all && '两二三四五'.includes(all[1]!)) {
      for (const [i, { numberStart }] of row.entries()) {
        const earlier = { back: row.length - i, said: all[2]! }
        shares.set(numberStart, { name: null, year: null, startYear: null, earlier })
      }
      continue
    }
    const subjects = own.length === row.length ? withSharedEnd(own) : known
    if (subjects.length !== row.length) continue
    known = subjects
    for (const [i, { numberStart }] of row.entries()) {
      shares.set(numberStart, { name: subjects[i] ?? null, year: null, startYear: null })
    }
  }
  return shares
}

const ALL_OF_THEM = /^([两二三四五])者(.*)$/
/** What the last subject of a row says for all of them: 企业、研究机构、高等学校经费所占比重. */
const SHARED_END =
  /(?:(?:R&D)?(?:经费|资金|投入))?(?:所?占(?:比重?|比例)|比重|比例)$|(?:核心)?[\u4e00-\u9fff]{2}率$|(?:总)?产值$|增加值$|营业收入$/
const OWN_END = /[率值额数量比重入费例度]$/

function withSharedEnd(subjects: string[]): string[] {
  const last = subjects.at(-1) ?? ''
  const end = SHARED_END.exec(last)?.[0] ?? ''
  if (end === '' || end === last || subjects.slice(0, -1).some((subject) => OWN_END.test(subject))) return subjects
  return [...subjects.slice(0, -1).map((subject) => subject + end), last]
}

/** (2014年、2015年分别为8家、13家,均居全国第二: the rank holds for the whole span. */
function shareSpan(
  text: string,
  row: Quantity[],
  next: Quantity | undefined,
  years: TimeMention[],
  shares: Map<number, Share>,
): void {
  const last = row.at(-1)
  if (!last || !next || !/^,?(?:均|都)/.test(text.slice(last.end, next.start))) return
  shares.set(next.numberStart, { name: null, year: years.at(-1)?.year ?? null, startYear: years[0]?.year ?? null })
}

function openingOf(text: string, at: number): number {
  let i = at
  const limit = Math.max(0, at - 160)
  while (i > limit && !'。;!?(:\n'.includes(text[i - 1] ?? '')) i -= 1
  const clause = text.slice(i, at)
  // Subjects stand in the clause of 分别 itself, unless that clause is empty.
  const comma = clause.lastIndexOf(',')
  return comma >= 0 && clause.length - comma > 3 ? i + comma + 1 : i
}

function rowAfter(text: string, quantities: Quantity[], first: number, at: number): Quantity[] {
  const row: Quantity[] = []
  let end = at
  for (let i = first; i < quantities.length; i += 1) {
    const quantity = quantities[i] as Quantity
    const between = text.slice(end, quantity.start)
    if (row.length === 0 ? between.length > NEAR || /[。;!?,]/.test(between) : !SEPARATOR.test(between)) break
    row.push(quantity)
    end = quantity.end
  }
  return row
}

/** 规上工业增加值、固定资产投资和进出口总额 → three subjects. */
export function splitSubjects(words: string): string[] {
  const plain = words.replace(/^(?:到|至|截至)?◇*[,、]?/, '').replace(/[◇\s]/g, '')
  const parts = plain
    .split(CONJUNCTION)
    .map((part) => part.replace(/(?:\d|在|较|(?<!占)比(?![重例率值])|实现|预计|达到?|,).*$/, ''))
  return parts.every((part) => part.length >= 2) ? parts : []
}
