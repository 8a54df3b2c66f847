import type { Noise, Place } from '../model.ts'
import { leavesRoomForWords } from '../text/density.ts'
import { insideAny } from '../text/lines.ts'
import { Marks } from './marks.ts'

/** What the words around a number say about its exactness. */
export type Exactness = 'plain' | 'about' | 'nearly' | 'more' | 'at-least' | 'under' | 'at-most'

/** A value as written, with all that its exactness depends on. */
export interface WrittenValue {
  value: number
  /** Digits after the decimal point as written. */
  decimals: number
  /** What 万, 亿 and their kind multiply the value by. */
  scale: number
  /** Unit without its multiplier, "家" for 万家; 元 with any multiplier is one unit. */
  unit: string
  exactness: Exactness
}

/** Any number with the words around it; wider than a ledger figure, because relations lean on bases and deductions. */
export interface Quantity extends Place, WrittenValue {
  written: string
  /** Words before the number, back to the previous comma or number; for a number opening a bracket, those before it. */
  label: string
  /** Words after the number, up to the next punctuation or number. */
  after: string
  /** The number stands inside round brackets. */
  bracketed: boolean
  /** Which clause (between commas), segment (between semicolons) and sentence of the paragraph it stands in. */
  clause: number
  segment: number
  sentence: number
  /** Position in the paragraph's list. */
  index: number
  /** Where the number and its clause start, counted from the start of the paragraph. */
  at: number
  clauseAt: number
  /** The year named last before the number in its clause, or a year given by the words 上年 and 去年 as -1. */
  year: number | null
}

export interface Paragraph extends Place {
  /** Same length as the source, with full-width digits and half-width punctuation made regular. */
  text: string
  quantities: Quantity[]
}

const UNIT =
  '个百分点|百分点|平方公里|平方米|立方米|吨标准煤|千瓦时|人年|人次|人日|批次|美元|欧元|港元|小时|分钟|公里|公顷|篇次|元|%|‰|倍|家|个|项|件|人|名|位|场|篇|批|支|只|所|台|套|条|种|类|户|辆|座|处|次|期|届|张|份|栋|幢|间|幅|例|起|宗|笔|册|部|块|片|艘|架|头|株|岁|秒|度|米|吨|亩|年|月|日|天|期|股|颗|枚|艘|公斤|千克|对|组|级|区|市|省|镇|村'
const NUMBER = /(?:\d{1,3}(?:\u066c\d{3})+|\d+)(?:\.\d+)?/g
const TAIL = new RegExp(
  `\\s*(万亿|千亿|百亿|千万|百万|十万|亿|万|千|百)?(多|余)?\\s*(万亿|亿|万)?\\s*(${UNIT})?(多|余|之多)?(?:及|或)?(以上|以下|以内|左右|上下)?`,
  'y',
)
const SCALES: Record<string, number> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}
const BEFORE: [RegExp, Exactness][] = [
  [/(?:(?:^|[^最附就邻临远靠新])近|接近|将近)$/, 'nearly'],
  [/(?:大约|(?:^|[^节预签合制条])约|大概)$/, 'about'],
  [/(?:不少于|不低于|不小于|至少|最少)$/, 'at-least'],
  [/(?:不超过|不高于|不多于|至多|最多|控制在)$/, 'at-most'],
  [/(?:超过|(?:^|[^赶])超|突破|逾|多于|高于|大于)$/, 'at-least'],
  [/(?:不足|不到|低于|少于|小于)$/, 'under'],
]
/** Bounds the words kept around a number, so that a paragraph without commas stays linear. */
const REACH = 60

/** Stands for the comma inside 1,000, so that every other comma divides clauses. */
const THOUSANDS = '\u066c'

/** Full-width digits and punctuation in half-width form, character for character, so that places stay true. */
export function regularise(text: string): string {
  return text
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, THOUSANDS)
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\t]/g, ' ')
}

/** The lines of a document that hold numbers, with all of them; noise is left out. */
export function readParagraphs(text: string, noise: readonly Noise[] = []): Paragraph[] {
  const isNoise = insideAny(noise)
  const regular = regularise(text)
  const paragraphs: Paragraph[] = []
  let start = 0
  while (start < regular.length) {
    let end = regular.indexOf('\n', start)
    if (end < 0) end = regular.length
    const line = regular.slice(start, end)
    const first = start + line.search(/\S/)
    if (/\d|[一二三四五六七八九十两]/.test(line) && !isNoise(first)) {
      const numbers = line.match(NUMBER)?.length ?? 0
      const quantities = leavesRoomForWords(line, numbers) ? readQuantities(line, start) : []
      paragraphs.push({ start, end, text: line, quantities })
    }
    start = end + 1
  }
  return paragraphs
}

/** Every number of one paragraph, years apart; `offset` is where the paragraph starts in the document. */
export function readQuantities(line: string, offset = 0): Quantity[] {
  const quantities: Quantity[] = []
  const marks = new Marks(line)
  let year: number | null = null
  let yearClause = -1
  for (const match of line.matchAll(NUMBER)) {
    const at = match.index
    const digits = match[0]
    marks.advance(at)
    if (partOfName(line, at, digits)) continue
    TAIL.lastIndex = at + digits.length
    const tail = TAIL.exec(line)
    const [, scale1 = '', more1 = '', scale2 = '', unit = '', more2 = '', suffix = ''] = tail ?? []
    if (isYear(digits, unit, line.slice(at + digits.length, at + digits.length + 6))) {
      year = Number(digits)
      yearClause = marks.clause
      continue
    }
    if (unit === '月' || unit === '日') continue
    let end = at + digits.length + (tail?.[0].length ?? 0)
    if (!unit && !scale1 && !more1) end = at + digits.length
    while (/\s/.test(line[end - 1] ?? '')) end--
    const from = Math.max(marks.labelStart, at - REACH, lastEnd(quantities, offset))
    const label = withoutBrackets(line.slice(from, at))
    const named = /(\d{4})年/.exec(label)
    quantities.push({
      start: offset + at,
      end: offset + end,
      written: line.slice(at, end).replaceAll(THOUSANDS, ','),
      value: Number(digits.replaceAll(THOUSANDS, '')),
      decimals: digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0,
      scale: (SCALES[scale1] ?? 1) * (SCALES[scale2] ?? 1),
      unit,
      exactness: readExactness(line.slice(Math.max(0, at - 5), at).trimEnd(), more1 || more2, suffix),
      label,
      after: /^[^,。;:、()\d]{0,40}/.exec(line.slice(end, end + 40))?.[0] ?? '',
      bracketed: marks.depth > 0,
      clause: marks.clause,
      segment: marks.segment,
      sentence: marks.sentence,
      index: quantities.length,
      at,
      clauseAt: marks.clauseStart,
      year: named ? Number(named[1]) : /上年|去年|前一年/.test(label) ? -1 : yearClause === marks.clause ? year : null,
    })
  }
  return quantities
}

/** Value in the plain unit: 1.2 万家 is 12000. */
export function amountOf(quantity: Pick<WrittenValue, 'value' | 'scale'>): number {
  return quantity.value * quantity.scale
}

/** Asides in brackets do not name the number behind them; a bracket that the number itself stands in does. */
function withoutBrackets(words: string): string {
  return words
    .replace(/\([^()]*\)/g, '')
    .replace(/^[^(]*\)/, '')
    .replace(/^[(\s]+|[(\s]+$/g, '')
    .trim()
}

function lastEnd(quantities: Quantity[], offset: number): number {
  const last = quantities.at(-1)
  return last ? last.end - offset : 0
}

/** Digits inside names (PM2.5, KS-1Q, 长征11号, 粤府〔2016〕31号, telephone numbers) take part in no sum. */
function partOfName(line: string, at: number, digits: string): boolean {
  const before = line[at - 1] ?? ''
  const after = line[at + digits.length] ?? ''
  if (/[A-Za-z.+/_\-–〔[“‘]/.test(before) || /[A-Za-z+/_〔〕\]号]/.test(after)) return true
  if (/第\s*$/.test(line.slice(Math.max(0, at - 3), at))) return true
  return /[-–—~]/.test(after) || /[-–~]\s*$/.test(line.slice(Math.max(0, at - 2), at))
}

function isYear(digits: string, unit: string, next: string): boolean {
  if (!/^(19|20)\d\d$/.test(digits)) return false
  return unit === '年' || /^\s*[年、]/.test(next) || /^\s*[-—–~至]/.test(next)
}

function readExactness(before: string, more: string, suffix: string): Exactness {
  if (suffix === '以上') return 'at-least'
  if (suffix === '左右' || suffix === '上下') return 'about'
  if (suffix === '以内' || suffix === '以下') return 'at-most'
  if (more) return 'more'
  return BEFORE.find(([words]) => words.test(before))?.[1] ?? 'plain'
}
