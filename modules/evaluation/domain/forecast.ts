/** A value at the end of a year. */
export interface Point {
  year: number
  value: number
}

export type Forecast =
  | {
      kind: 'forecast'
      year: number
      value: number
      /** Four times in five the value would lie between these, if the years to come are like those before. */
      low: number
      high: number
      points: number
      growthPerYear: number
    }
  /** With fewer than four years a line says nothing about its own error. */
  | { kind: 'too-few'; points: number; needed: number }
  /** Further ahead than the years known: the interval would be wider than the question. */
  | { kind: 'too-far'; points: number; lastYear: number }

/** Years needed before a line is drawn. */
export const pointsNeeded = 4

/** Below so many years the line is weak: its own error is known from hardly more than two of them. */
export const pointsForTrust = 7

/** No line is trusted further than a five-year plan. */
const furthest = 5

/**
 * The narrowest half of an interval, as a share of the level for each year ahead. A convention of this house: points that
 * happen to lie on a line leave no error to measure, yet nobody knows next year without one.
 */
export const narrowest = 0.01

/** Two-sided 80 % quantiles of Student's t for 2 to 30 degrees of freedom; beyond, the normal one. */
const t80 = [
  1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341, 1.337, 1.333, 1.33,
  1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.31,
]
const normal80 = 1.282

/** What the values can be at all: a share lies between 0 and 100, a count is never below 0. */
export interface Bounds {
  least: number | null
  most: number | null
}

/**
 * Where a straight line through the yearly values leads, with the interval of prediction, kept within what the values can be.
 * One value a year; the order does not matter. Never narrower than 1 % of the level for each year ahead, nor than the last
 * digit given. Method: least squares and Student's t, e.g. Montgomery, Peck and Vining, Introduction to Linear Regression Analysis, 2.5.
 */
export function forecast(
  points: readonly Point[],
  year: number,
  { least, most }: Bounds = { least: null, most: null },
): Forecast {
  const n = points.length
  if (n < pointsNeeded) return { kind: 'too-few', points: n, needed: pointsNeeded }
  const years = points.map((point) => point.year)
  const last = Math.max(...years)
  const span = last - Math.min(...years)
  if (year - last > Math.min(span, furthest)) return { kind: 'too-far', points: n, lastYear: last }
  const meanYear = mean(years)
  const meanValue = mean(points.map((point) => point.value))
  const spread = sum(points.map((point) => (point.year - meanYear) ** 2))
  const slope = sum(points.map((point) => (point.year - meanYear) * (point.value - meanValue))) / spread
  const at = (when: number) => meanValue + slope * (when - meanYear)
  const residual = Math.sqrt(sum(points.map((point) => (point.value - at(point.year)) ** 2)) / (n - 2))
  const error = residual * Math.sqrt(1 + 1 / n + (year - meanYear) ** 2 / spread)
  const level = Math.max(Math.abs(at(year)), Math.abs(meanValue))
  const floor = Math.max(narrowest * level * (year - last), lastDigit(points))
  const half = Math.max((t80[n - 4] ?? normal80) * error, floor)
  const within = (value: number) => Math.min(Math.max(value, least ?? -Infinity), most ?? Infinity)
  const [value, low, high] = [at(year), at(year) - half, at(year) + half].map(within) as [number, number, number]
  return { kind: 'forecast', year, value, low, high, points: n, growthPerYear: slope }
}

/** One unit of the last digit that any of the values was given with, e.g. 0.01 for 2.85. */
function lastDigit(points: readonly Point[]): number {
  const decimals = points.map(({ value }) => String(value).split('.')[1]?.length ?? 0)
  return 10 ** -Math.max(...decimals)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}
