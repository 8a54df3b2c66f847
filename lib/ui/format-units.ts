import { formatLarge, formatNumber } from './format-numbers.ts'

type Language = 'zh' | 'en'

/** A Chinese unit in English: what it counts, and how many of that one of it is (万家 is 10,000 of what 家 counts). */
interface EnglishUnit {
  /** Empty where the name of the indicator already says what is counted. */
  word: string
  factor: number
}

const words: Record<string, string> = {
  ...Object.fromEntries(
    [
      '家',
      '个',
      '项',
      '件',
      '篇',
      '份',
      '台',
      '座',
      '支',
      '所',
      '场',
      '次',
      '期',
      '批次',
      '大',
      '位',
      '名',
      '处',
      '种',
      '套',
    ].map((unit) => [unit, '']),
  ),
  '家(项)': '',
  '篇(幅)': '',
  人: 'people',
  人次: 'attendances',
  人年: 'person-years',
  元: 'yuan',
  美元: 'US dollars',
  天: 'days',
  年: 'years',
  月: 'months',
  平方米: 'm²',
  平方公里: 'km²',
  公里: 'km',
  公顷: 'hectares',
  亩: 'mu',
  吨: 'tonnes',
  吨标准煤: 'tonnes of standard coal',
  千瓦: 'kW',
  千瓦时: 'kWh',
  倍: 'times',
  百分点: 'percentage points',
  个百分点: 'percentage points',
  分: 'points',
  户: 'households',
}

const prefixes = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
] as const

function english(unit: string): EnglishUnit {
  const known = words[unit]
  if (known !== undefined) return { word: known, factor: 1 }
  const [top, under] = unit.split('/')
  if (top && under) {
    const { word, factor } = english(top)
    return { word: `${word} per ${singular(under)}`.trim(), factor }
  }
  for (const [prefix, factor] of prefixes) {
    const rest = words[unit.slice(prefix.length)]
    if (unit.startsWith(prefix) && rest !== undefined) return { word: rest, factor }
  }
  return { word: unit, factor: 1 }
}

function singular(unit: string): string {
  const { word, factor } = english(unit)
  return factor === 1 ? word || 'one' : `${formatNumber(factor)} ${word}`.trim()
}

/** The unit for a heading, where the numbers below it stand as published: 亿元, in English "100 million yuan". */
export function formatUnit(unit: string, language: Language): string {
  if (language === 'zh' || unit === '%' || unit === '') return unit === '是否' ? '' : written(unit)
  if (unit === '是否') return 'yes or no'
  if (unit.includes('/')) {
    const [top = '', under = ''] = unit.split('/')
    return `${formatUnit(top, 'en')} per ${singular(under)}`.trim()
  }
  const { word, factor } = english(unit)
  return factor === 1 ? word : `${formatLarge(factor, 'en')} ${word}`.trim()
}

/**
 * A number with its unit: "4,742 家", "2.5%", "3,120 亿元"; in English "4,742", "2.5%", "312 billion yuan".
 * Long plain counts are shortened the way an official writes them: 1,250,000 人 is 125 万人.
 */
export function formatAmount(value: number, unit: string, language: Language): string {
  if (unit === '%' || unit === '‰') return `${formatNumber(value)}${unit}`
  if (unit === '是否') return formatYesNo(value, language)
  if (language === 'zh') return chineseAmount(value, unit)
  const { word, factor } = english(unit)
  const amount = formatLarge(value * factor, 'en')
  return word ? `${amount} ${word}` : amount
}

function chineseAmount(value: number, unit: string): string {
  if (unit === '') return formatNumber(value)
  if (Math.abs(value) >= 100_000 && words[unit] !== undefined) {
    const [number, step] = splitStep(formatLarge(value, 'zh'))
    return `${number} ${step}${written(unit)}`
  }
  return `${formatNumber(value)} ${written(unit)}`
}

/** A unit as Chinese is set: 家（项）, whatever brackets the content has. */
function written(unit: string): string {
  return unit.replace(/\(([^()]*)\)/g, '（$1）')
}

function splitStep(text: string): [string, string] {
  const at = text.search(/[万亿]/)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

export function formatYesNo(value: number, language: Language): string {
  if (language === 'zh') return value >= 1 ? '是' : '否'
  return value >= 1 ? 'Yes' : 'No'
}

/** A place in an order: 第 2 位, 2nd. */
export function formatRank(value: number, language: Language): string {
  if (language === 'zh') return `第 ${formatNumber(value)} 位`
  const rest = value % 100
  const ending = rest >= 11 && rest <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[value % 10]
  return `${formatNumber(value)}${ending ?? 'th'}`
}

/** A tick of an axis: short, without its unit, which the axis says once (see `formatAxisUnit`). */
export function formatTick(value: number, unit: string, language: Language): string {
  if (unit === '%' || unit === '‰') return formatAmount(value, unit, language)
  if (language === 'en') return formatLarge(value * english(unit).factor, 'en')
  return Math.abs(value) >= 100_000 && words[unit] !== undefined ? formatLarge(value, 'zh') : formatNumber(value)
}

export function formatAxisUnit(unit: string, language: Language): string {
  if (unit === '%' || unit === '‰' || unit === '是否') return ''
  return language === 'zh' ? written(unit) : english(unit).word
}
