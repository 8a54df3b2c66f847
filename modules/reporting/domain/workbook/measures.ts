import { Big } from 'big.js'

/** Units of measurement as forms write them: 万元 is 元 with four noughts. */
interface Measure {
  base: string
  /** Tens in front of the base. */
  power: number
}

const POWERS: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
  ['千', 3],
  ['百', 2],
]
/** Begin like a number and are none. */
const WHOLE = /^(百分点|千克|千米|千瓦|百分比)/

export function measureOf(text: string): Measure {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s()（）]/g, '')
    .replace(/人民币/, '')
  const prefix = WHOLE.test(plain) ? undefined : POWERS.find(([sign]) => plain.startsWith(sign))
  if (!prefix) return { base: sameBase(plain), power: 0 }
  return { base: sameBase(plain.slice(prefix[0].length)), power: prefix[1] }
}

/** Words for one and the same count. */
function sameBase(base: string): string {
  if (/^[个家户所]$/.test(base)) return '家'
  if (/^(人|名|人次)$/.test(base)) return base === '人次' ? base : '人'
  if (/^(元|圆)$/.test(base)) return '元'
  if (/^(百分比|pct)$/i.test(base)) return '%'
  return base
}

/** By which power of ten a figure in one measure is multiplied to be in the other; null when they measure different things. */
export function powerBetween(from: string, to: string): number | null {
  const [a, b] = [measureOf(from), measureOf(to)]
  return a.base === b.base ? a.power - b.power : null
}

/** A decimal times a power of ten, exactly. */
export function shiftDecimal(value: string, power: number): string {
  return power === 0 ? value : new Big(value).times(new Big(10).pow(power)).toFixed()
}

/** Whether a word in brackets behind a name is a unit of measurement. */
export function looksLikeMeasure(text: string): boolean {
  const { base } = measureOf(text)
  return /^(元|美元|家|人年|人月|件|项|人|人次|名|天|日|次|台|篇|份|吨|公顷|亩|平方米|小时|辆|种|位|批|套|笔|倍|%|‰|百分点|.*\/.*|.*标准煤.*)$/.test(
    base,
  )
}
