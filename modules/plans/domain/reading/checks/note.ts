import type { Check, CheckKind, CheckResult, Place } from '../model.ts'
import { amountOf, type Quantity } from './numbers.ts'
import { type Interval, intervalOf, isExact, meets } from './tolerance.ts'

interface Comparison {
  kind: CheckKind
  /** The numbers the expected value was computed from. */
  inputs: Quantity[]
  /** The number that the text states as the result. */
  stated: Quantity
  /** Computed from the written values, in the plain unit of `stated`. */
  expected: number
  range: Interval
  /** Left side of the relation with its numbers, e.g. "1919 + 2823". */
  formula: string
  /** What is being compared, e.g. 上年总数加净增. */
  zh: string
  en: string
}

/** Compares a stated number with what the other numbers give and writes the clerk's note. */
export function compare(comparison: Comparison): Check {
  const { kind, inputs, stated, expected, range, formula } = comparison
  const found = amountOf(stated)
  const exact = inputs.every(isExact) && Math.abs(expected - found) <= 1e-9 * Math.max(1, Math.abs(expected))
  const result: CheckResult = exact
    ? 'holds'
    : meets(range, intervalOf(stated))
      ? 'holds-after-rounding'
      : 'contradicts'
  const computed = round(expected / stated.scale)
  const sign = Math.abs(computed - expected / stated.scale) < 1e-9 ? '=' : '≈'
  const verdict = {
    holds: { zh: '相符', en: 'which agrees' },
    'holds-after-rounding': { zh: '按所写精度相符', en: 'which agrees as rounded' },
    contradicts: { zh: '不符，请核对原件', en: 'which does not agree: check the original' },
  }[result]
  return {
    kind,
    result,
    places: placesOf([...inputs, stated]),
    formula: `${formula} ${sign} ${computed}${scaleWord(stated)}`,
    expected: computed,
    found: stated.value,
    message: {
      zh: `${comparison.zh}：${formula} ${sign} ${computed}${scaleWord(stated)}，文中写“${stated.written}”，${verdict.zh}。`,
      en: `${comparison.en}: ${formula} ${sign} ${computed}${scaleWord(stated)}; the text says "${stated.written}", ${verdict.en}.`,
    },
  }
}

/** A finding that is not a computed value, such as a part above its whole. */
export function finding(
  kind: CheckKind,
  result: CheckResult,
  places: Place[],
  formula: string,
  message: { zh: string; en: string },
  values: { expected: number | null; found: number | null } = { expected: null, found: null },
): Check {
  return { kind, result, places: placesOf(places), formula, ...values, message }
}

/** Places in reading order, each once. */
export function placesOf(places: Place[]): Place[] {
  return [...new Map(places.map(({ start, end }) => [start, { start, end }])).values()].sort(
    (a, b) => a.start - b.start,
  )
}

/** A number for people: at most four decimals. */
export function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value * 100) / 100 : Math.round(value * 10_000) / 10_000
}

/** A number as it goes into a formula: in the unit as written, with 万 or 亿 kept. */
export function term(quantity: Quantity): string {
  return `${quantity.value}${scaleWord(quantity)}`
}

function scaleWord({ scale }: Quantity): string {
  return SCALE_WORDS.get(scale) ?? ''
}

const SCALE_WORDS = new Map([
  [1e2, '百'],
  [1e3, '千'],
  [1e4, '万'],
  [1e5, '十万'],
  [1e6, '百万'],
  [1e7, '千万'],
  [1e8, '亿'],
  [1e10, '百亿'],
  [1e11, '千亿'],
  [1e12, '万亿'],
])
