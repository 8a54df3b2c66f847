import { parseInteger } from '../figures/numerals.ts'
import type { Check, Place } from '../model.ts'
import { finding } from './note.ts'
import type { Paragraph } from './numbers.ts'

const COUNT = '[一二三四五六七八九十两]{1,2}|\\d{1,2}'
const PLAN = new RegExp(
  `(${COUNT})年(行动计划|行动方案|规划|计划|方案|行动)?[^,。;()\\d]{0,8}\\((20\\d\\d)年?[-—–~至](20\\d\\d)年?\\)(年?行动|年?计划|年?规划|年?方案)?`,
  'g',
)
const RUN = new RegExp(`连续(${COUNT})年[^,。;()]{0,24}(?:\\(([^()]{6,120})\\)|,其中([^。]{6,120}))`, 'g')
const FIVE_YEARS = /(20\d\d)年[^,。;]{0,6}“?十([一二三四五六七八九])五”?[^,。;]{0,8}(开局之年|收官之年)/g

const SUMMARY = /(20\d\d)年[^,。;\d]{0,10}总结[和暨及与](20\d\d)年/g

/** Counts of years against the years themselves: a three-year plan (2015-2017), 连续三年 with the three years listed. */
export function checkSpans({ text, start }: Paragraph): Check[] {
  if (!/年/.test(text)) return []
  const at = (match: RegExpMatchArray): Place => ({
    start: start + match.index!,
    end: start + match.index! + match[0].length,
  })
  const checks: Check[] = []
  for (const match of text.matchAll(PLAN)) {
    if (!match[2] && !match[5]) continue
    const length = Number(match[4]) - Number(match[3]) + 1
    checks.push(spanCheck(parseInteger(match[1]!), length, `${match[4]} - ${match[3]} + 1 = ${length}`, at(match)))
  }
  for (const match of text.matchAll(RUN)) checks.push(...checkRun(match, at(match)))
  for (const match of text.matchAll(FIVE_YEARS)) checks.push(checkFiveYears(match, at(match)))
  for (const match of text.matchAll(SUMMARY)) checks.push(...checkSummary(match, at(match)))
  return checks
}

/** A report sums up one year and looks to the next. */
function checkSummary(match: RegExpMatchArray, place: Place): Check[] {
  const [past, next] = [Number(match[1]), Number(match[2])]
  if (past === next && /(半年|季度|月|阶段)/.test(match[0])) return []
  const ok = next === past + 1
  return [
    finding(
      'count',
      ok ? 'holds' : 'contradicts',
      [place],
      `${past} + 1 = ${past + 1}`,
      {
        zh: `总结${past}年，应接${past + 1}年，文中写${next}年${ok ? '，相符。' : '，不符，请核对原件。'}`,
        en: `A summary of ${past} looks on to ${past + 1}; the text says ${next}${ok ? '.' : ': check the original.'}`,
      },
      { expected: past + 1, found: next },
    ),
  ]
}

function checkRun(match: RegExpMatchArray, place: Place): Check[] {
  const stated = parseInteger(match[1]!)
  const years = [...(match[2] ?? match[3])!.matchAll(/((?:19|20)\d\d)年/g)].map((year) => Number(year[1]))
  const distinct = [...new Set(years)].sort()
  if (years.length < 2 || distinct.at(-1)! > 2100) return []
  const length = distinct.at(-1)! - distinct[0]! + 1
  const ordered = inOrder(years, distinct) || inOrder(years, distinct.toReversed())
  const unbroken = ordered && length === distinct.length
  // Fewer years may be picked examples, more may include one to compare with.
  if (stated !== years.length) return []
  return [spanCheck(stated, unbroken ? length : Number.NaN, `${distinct.join(', ')}`, place)]
}

function inOrder(years: number[], order: number[]): boolean {
  return years.length === order.length && years.every((year, at) => year === order[at])
}

/** Since the tenth, which began in 2001, every five-year plan has followed the last without a gap. */
function checkFiveYears(match: RegExpMatchArray, place: Place): Check {
  const first = 1951 + 5 * (10 + parseInteger(match[2]!)!)
  const expected = match[3] === '开局之年' ? first : first + 4
  const found = Number(match[1])
  const ok = expected === found
  return finding(
    'count',
    ok ? 'holds' : 'contradicts',
    [place],
    `${expected}`,
    {
      zh: `“十${match[2]}五”的${match[3]}是${expected}年，文中写${found}年${ok ? '，相符。' : '，不符，请核对原件。'}`,
      en: `The ${match[3] === '开局之年' ? 'first' : 'last'} year of that five-year plan is ${expected}; the text says ${found}${ok ? '.' : ': check the original.'}`,
    },
    { expected, found },
  )
}

function spanCheck(stated: number | null, length: number, formula: string, place: Place): Check {
  const ok = stated === length
  const given = Number.isNaN(length)
    ? { zh: '不连续或有重复', en: 'are not successive' }
    : { zh: `为${length}年`, en: `are ${length}` }
  return finding(
    'count',
    ok ? 'holds' : 'contradicts',
    [place],
    formula,
    {
      zh: `文中说${stated}年，所列年份${given.zh}${ok ? '，相符。' : '，不符，请核对原件。'}`,
      en: `The text says ${stated} years; the years given ${given.en}${ok ? '.' : ': check the original.'}`,
    },
    { expected: Number.isNaN(length) ? null : length, found: stated },
  )
}
