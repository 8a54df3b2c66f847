/**
 * Numbers as Chinese officials write them: 1,919 · 13.7 · 三十五 · 两千 · 百余 · 1/4 · 三分之一 · 百分之五 · 10多.
 * A trailing 万 or 亿 is not multiplied out but handed on as `scale`, because a ledger keeps the unit as written:
 * 1000万平方米 is 1000 "万平方米", and 百亿 is 100 "亿".
 */

export interface Numeral {
  /** Offset after the number, its scale and an inner 多 or 余. */
  end: number
  value: number
  /** Upper end when the words themselves say a range: 三五家, 七八成. */
  value2: number | null
  /** 万, 亿, 万亿, written between number and unit. */
  scale: string
  style: 'arabic' | 'chinese'
  /** 多, 余, 来: more than the number says. */
  over: boolean
  /** A share written without a unit: 三分之一, 1/4, 百分之五 carry their own. */
  ownUnit: '%' | '‰' | null
  /** Only 百, 千, 万, 亿 without a digit: 突破千亿 counts, 万人计划 does not. */
  bareScale: boolean
}

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const TENS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

const ARABIC = /\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?/y
const ARABIC_SCALE = / ?([多余])?(万亿|[百千]?[万亿]|[百千](?=[元家名人个亩吨多余]))?([多余])?/y
const SLASH_FRACTION = /(\d{1,2})\/(\d{1,3})(?![\d/])/y
const CHINESE_RUN = /[零〇一二两三四五六七八九十百千万亿]{1,16}/y
const CHINESE_FRACTION = /([一二两三四五六七八九十百千万\d]{1,6})分之([零〇一二两三四五六七八九十百点\d.]{1,10})/y

/** Reads the number that starts at `at`, or null. */
export function readNumeral(text: string, at: number): Numeral | null {
  return readFraction(text, at) ?? readArabic(text, at) ?? readChinese(text, at)
}

function readFraction(text: string, at: number): Numeral | null {
  CHINESE_FRACTION.lastIndex = at
  const words = CHINESE_FRACTION.exec(text)
  if (words) {
    const whole = parseInteger(words[1] ?? '')
    const part = parseDecimal(words[2] ?? '')
    if (!whole || part === null) return null
    const ownUnit = whole === 1000 ? '‰' : '%'
    const value = whole === 100 || whole === 1000 ? part : round((part / whole) * 100)
    return { ...plain(CHINESE_FRACTION.lastIndex, value, 'chinese'), ownUnit }
  }
  SLASH_FRACTION.lastIndex = at
  const slash = SLASH_FRACTION.exec(text)
  if (!slash) return null
  const [part, whole] = [Number(slash[1]), Number(slash[2])]
  if (part === 0 || part >= whole) return null
  return { ...plain(SLASH_FRACTION.lastIndex, round((part / whole) * 100), 'arabic'), ownUnit: '%' }
}

function readArabic(text: string, at: number): Numeral | null {
  ARABIC.lastIndex = at
  const digits = ARABIC.exec(text)
  if (!digits) return null
  let value = Number(digits[0].replaceAll(',', ''))
  ARABIC_SCALE.lastIndex = ARABIC.lastIndex
  const [, overBefore, written = '', overAfter] = ARABIC_SCALE.exec(text) ?? []
  let scale = written
  // 3千万 and 5百亿 are rare spellings of 3000万 and 500亿; 5千 has no larger scale to keep.
  const inner = TENS[scale[0] ?? '']
  if (inner) {
    value *= inner
    scale = scale.slice(1)
  }
  const over = Boolean(overBefore || overAfter)
  const end = written || over ? ARABIC_SCALE.lastIndex : ARABIC.lastIndex
  return { ...plain(end, value, 'arabic'), scale, over }
}

function readChinese(text: string, at: number): Numeral | null {
  CHINESE_RUN.lastIndex = at
  const run = CHINESE_RUN.exec(text)?.[0]
  if (!run) return null
  let end = at + run.length
  let over = false
  let words = run
  // 十余家, 三百多万元: the rest of the number may follow 多 or 余.
  if ((text[end] === '多' || text[end] === '余') && /[十百千万亿]$/.test(run)) {
    over = true
    end += 1
    const rest = /^(万亿|[万亿])/.exec(text.slice(end, end + 2))?.[0] ?? ''
    words += rest
    end += rest.length
  } else if (text[end] === '来' && /[十百]$/.test(run) && /[个家名项人]/.test(text[end + 1] ?? '')) {
    over = true
    end += 1
  }
  const scale = /(万亿|[万亿])$/.exec(words)?.[0] ?? ''
  const head = words.slice(0, words.length - scale.length)
  const bareScale = !/[零〇一二两三四五六七八九]/.test(words) && !/^十/.test(words)
  const pair = readPair(head)
  if (pair) return { ...plain(end, pair[0], 'chinese'), value2: pair[1], scale, over }
  const value = head === '' ? 1 : parseInteger(head)
  if (value === null) return null
  return { ...plain(end, value, 'chinese'), scale, over, bareScale }
}

/** 三五(家), 七八(成), 二三十(家): two neighbouring digits say a range. */
function readPair(words: string): [number, number] | null {
  const match = /^([一二两三四五六七八])([二三四五六七八九])([十百千]?)$/.exec(words)
  if (!match) return null
  const [low, high] = [DIGITS[match[1] ?? ''] ?? 0, DIGITS[match[2] ?? ''] ?? 0]
  if (high - low !== 1 && !(low === 3 && high === 5)) return null
  const unit = TENS[match[3] ?? ''] ?? 1
  return [low * unit, high * unit]
}

/** 三十五 → 35, 一百零二 → 102, 三万五千 → 35000, 二〇 → 20; null when the characters are no number. */
export function parseInteger(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words)
  if (words === '') return null
  if (words.length > 1 && /^[零〇一二三四五六七八九]+$/.test(words)) {
    return Number([...words].map((char) => DIGITS[char]).join(''))
  }
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const char of words) {
    if (char in DIGITS) {
      if (digit !== null && digit !== 0) return null
      digit = DIGITS[char] ?? 0
    } else if (char in TENS) {
      section += (digit ?? 1) * (TENS[char] ?? 1)
      digit = null
    } else if (char === '万' || char === '亿') {
      total = (total + section + (digit ?? (section || total ? 0 : 1))) * (char === '万' ? 1e4 : 1e8)
      section = 0
      digit = null
    } else return null
  }
  return total + section + (digit ?? 0)
}

/** 五点三 → 5.3, 12.5 → 12.5. */
function parseDecimal(words: string): number | null {
  if (/^\d+(\.\d+)?$/.test(words)) return Number(words)
  const [whole = '', decimals] = words.split('点')
  const integer = parseInteger(whole)
  if (integer === null || decimals === undefined) return integer
  return Number(`${integer}.${[...decimals].map((char) => DIGITS[char] ?? '').join('')}`)
}

function plain(end: number, value: number, style: Numeral['style']): Numeral {
  return { end, value, value2: null, scale: '', style, over: false, ownUnit: null, bareScale: false }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
