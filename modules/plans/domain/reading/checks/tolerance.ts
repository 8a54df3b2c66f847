import { amountOf, type WrittenValue } from './numbers.ts'

/** The true values that a written number may stand for, in the plain unit. Ends belong to it. */
export interface Interval {
  low: number
  high: number
}

/**
 * How exact a written number is. The rules are those of a clerk at her desk:
 * - a bare count of things (2823家) is exact, so a sum of counts must fit to the unit;
 * - decimals, percentages and amounts with 万 or 亿 were rounded: half a unit of the last written digit either way;
 * - a whole number of 倍 is as often cut as rounded (10.7 is called 10倍), so it reaches from a half below to one above;
 *   倍 with decimals was computed and follows ordinary rounding;
 * - 多, 余, 之多 means cut: from the number up to the next step of its last significant digit (80多 is below 90);
 * - 近 stands just below the number, by a tenth at most; 约 and 左右 round to the last significant digit, a tenth at most;
 * - 超过, 以上, 不足, 以内 bound one side only.
 */
export function intervalOf(quantity: WrittenValue): Interval {
  const value = amountOf(quantity)
  const half = halfStep(quantity)
  switch (quantity.exactness) {
    case 'plain':
      if (quantity.unit === '倍' && quantity.decimals === 0) return { low: value - 0.5, high: value + 1 }
      return { low: value - half, high: value + half }
    case 'more':
      return { low: value, high: value + (quantity.unit === '倍' ? unitStep(quantity) : significantStep(quantity)) }
    case 'nearly':
      return { low: value * 0.9, high: value + half }
    case 'about': {
      const reach = Math.max(half, Math.min(significantStep(quantity) / 2, value * 0.1))
      return { low: value - reach, high: value + reach }
    }
    case 'at-least':
      return { low: value - half, high: Number.POSITIVE_INFINITY }
    case 'under':
    case 'at-most':
      return { low: Number.NEGATIVE_INFINITY, high: value + half }
  }
}

/** True when the number is a plain count and stands for itself alone. */
export function isExact(quantity: WrittenValue): boolean {
  return quantity.exactness === 'plain' && halfStep(quantity) === 0
}

/** Whether two ranges of true values meet; a trillionth forgives binary fractions. */
export function meets(a: Interval, b: Interval): boolean {
  const slack = 1e-12 * Math.max(1, ...[a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs))
  return a.low <= b.high + slack && b.low <= a.high + slack
}

/** Sum of ranges. */
export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high }
}

/** Difference of ranges. */
export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low }
}

/** Product of ranges of positive numbers. */
export function times(a: Interval, b: Interval): Interval {
  return { low: a.low * b.low, high: a.high * b.high }
}

/** Quotient of ranges of positive numbers; unbounded when the divisor may be zero. */
export function over(a: Interval, b: Interval): Interval {
  return {
    low: Number.isFinite(b.high) ? a.low / b.high : 0,
    high: b.low > 0 ? a.high / b.low : Number.POSITIVE_INFINITY,
  }
}

const COUNTED =
  /^(家|个|项|件|人|名|位|场|篇|批|支|只|所|台|套|条|种|类|户|辆|座|处|次|期|届|张|份|栋|间|幅|例|起|宗|笔|册|部|人次|批次)$/

/** Units of things that are counted one by one. */
export function isCount(unit: string): boolean {
  return COUNTED.test(unit)
}

function unitStep(quantity: WrittenValue): number {
  return 10 ** -quantity.decimals * quantity.scale
}

function halfStep(quantity: WrittenValue): number {
  const counted = isCount(quantity.unit) && quantity.scale === 1 && quantity.decimals === 0
  return counted ? 0 : unitStep(quantity) / 2
}

/** The step of the last digit that is not a trailing zero: 10 for 470, 100 for 1600. */
function significantStep(quantity: WrittenValue): number {
  if (quantity.decimals > 0 || quantity.value === 0) return unitStep(quantity)
  let step = 1
  while (quantity.value % (step * 10) === 0) step *= 10
  return step * quantity.scale
}
