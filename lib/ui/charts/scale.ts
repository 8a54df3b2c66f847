/** Round numbers for an axis: about `count` ticks that cover everything between `low` and `high`. */
export function niceTicks(low: number, high: number, count = 4): number[] {
  const span = high - low || Math.abs(high) || 1
  const rough = span / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999) ?? rough
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** Where an axis starts and ends. It starts at zero unless the values are so close together that zero would flatten them. */
export function niceDomain(values: readonly number[], count = 4): { low: number; high: number; ticks: number[] } {
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const fromZero = min >= 0 && min < max * 0.75
  const pad = fromZero || max === min ? 0 : (max - min) * 0.15
  const ticks = niceTicks(fromZero ? 0 : min === max && min >= 0 ? 0 : min - pad, max + pad, count)
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks }
}

/** A position between two values as a share from 0 to 1. */
export function positionOf(value: number, low: number, high: number): number {
  return high === low ? 0.5 : (value - low) / (high - low)
}

/** A share as an SVG percentage, short: 0.3333 is "33.33%". */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`
}
