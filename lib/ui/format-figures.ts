import { formatNumber } from './format-numbers.ts'
import { formatAmount, formatRank, formatYesNo } from './format-units.ts'

type Language = 'zh' | 'en'

/** A figure as a plan words it. Fits targets, baselines and published values alike. */
export interface Figure {
  comparator: 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'approx' | 'range' | 'inc' | 'mul'
  value: number
  value2?: number | null
  unit: string
  perYear?: boolean
}

export interface FigureOptions {
  /** How the figure is meant when its unit alone does not say so. */
  as?: 'amount' | 'rank' | 'yes-no'
}

/** Chinese words and figures apart by a space, words from words by none: 目标 150 家, 目标超过 50%. */
export function afterWord(word: string, text: string): string {
  return /^[\p{Script=Han}“‘（《]/u.test(text) ? `${word}${text}` : `${word} ${text}`
}

/** A figure in words: 不少于 6,000 家, 2.8%—3.0%, 基期的 2 倍, 第 2 位; at least 6,000, 2.8%–3.0%, twice the base, 2nd. */
export function formatFigure(figure: Figure, language: Language, options: FigureOptions = {}): string {
  const core = wordsOf(figure, language, options)
  if (!figure.perYear) return core
  return language === 'zh' ? `每年${core}` : `${core} a year`
}

function wordsOf(figure: Figure, language: Language, { as = 'amount' }: FigureOptions): string {
  const { comparator, value, unit } = figure
  if (as === 'yes-no' || unit === '是否') return formatYesNo(value, language)
  if (as === 'rank') {
    const rank = formatRank(value, language)
    if (comparator === 'eq') return rank
    return language === 'zh' ? `进入前 ${formatNumber(value)} 位` : `top ${formatNumber(value)}`
  }
  const amount = formatAmount(value, unit, language)
  if (comparator === 'range') return rangeOf(figure, language)
  if (comparator === 'mul') {
    if (language === 'zh') return `达到基期的 ${formatNumber(value)} 倍`
    return value === 2 ? 'twice the base' : `${formatNumber(value)} times the base`
  }
  const word = comparatorWord(comparator, unit, language)
  return word ? afterWord(word, amount) : amount
}

function rangeOf({ value, value2, unit }: Figure, language: Language): string {
  const dash = language === 'zh' ? '—' : '–'
  const from = unit === '%' ? `${formatNumber(value)}%` : formatNumber(value)
  return `${from}${dash}${formatAmount(value2 ?? value, unit, language)}`
}

function comparatorWord(comparator: Figure['comparator'], unit: string, language: Language): string {
  if (language === 'en') {
    const words = {
      ge: 'at least',
      gt: 'more than',
      le: 'at most',
      lt: 'less than',
      approx: 'about',
      inc: 'increase of',
    }
    return words[comparator as keyof typeof words] ?? ''
  }
  // Counted things are 不少于, shares and amounts are 不低于.
  const atLeast = /[%‰元]|百分点/.test(unit) ? '不低于' : '不少于'
  const words = { ge: atLeast, gt: '超过', le: '不超过', lt: '低于', approx: '约', inc: '新增' }
  return words[comparator as keyof typeof words] ?? ''
}
