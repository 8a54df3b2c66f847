const grouped = new Map<number, Intl.NumberFormat>()

/** 12,345.6: separators between thousands, at most `decimals` decimals, no float dust, a true minus sign. */
export function formatNumber(value: number, decimals = 4): string {
  let format = grouped.get(decimals)
  if (!format) {
    format = new Intl.NumberFormat('en', { maximumFractionDigits: decimals })
    grouped.set(decimals, format)
  }
  const text = format.format(Number(value.toPrecision(12)))
  return text === '-0' ? '0' : text.replace('-', '−')
}

/** A share as a percentage: 0.694 is 69%, 0.0042 is 0.4%. Never rounds up to 100% what has not got there. */
export function formatShare(share: number): string {
  const percent = share * 100
  const decimals = Math.abs(percent) < 1 && percent !== 0 ? 1 : 0
  const rounded = Number(percent.toFixed(decimals))
  if (share < 1 && rounded >= 100) return `${formatNumber(Math.floor(percent * 10) / 10, 1)}%`
  return `${formatNumber(rounded, decimals)}%`
}

const steps = {
  zh: [
    { from: 1e12, word: '万亿' },
    { from: 1e8, word: '亿' },
    { from: 1e4, word: '万' },
  ],
  en: [
    { from: 1e12, word: ' trillion' },
    { from: 1e9, word: ' billion' },
    { from: 1e6, word: ' million' },
  ],
} as const

/** A large plain number as it is said: 1.2亿, 35.6万; 120 million. Small ones stay as they are. Three decimals at most. */
export function formatLarge(value: number, language: 'zh' | 'en'): string {
  const size = Math.abs(value)
  const step = steps[language].find(({ from }) => size >= from)
  if (!step) return formatNumber(value)
  return `${formatNumber(value / step.from, 3)}${step.word}`
}
