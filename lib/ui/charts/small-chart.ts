import { type Html, html } from '../portal/html.ts'
import type { StatusKey } from '../tokens.ts'
import { percent, positionOf } from './scale.ts'

/** One of many small charts side by side: the series, the way asked for and the target, without axes. */
export interface SmallChart {
  label: string
  status: StatusKey
  points: readonly { at: number; value: number }[]
  /** The way asked for; empty where there is none. */
  way: readonly { at: number; value: number }[]
  target: { at: number; value: number } | null
  band: { low: number; high: number } | null
  /** The same years for every chart of a page, so that they compare. */
  years: { first: number; last: number }
}

const height = 92

export function smallChart(chart: SmallChart): Html {
  const all = [...chart.points, ...chart.way, ...(chart.target ? [chart.target] : [])]
  if (all.length === 0) return html``
  const heights = [...all.map(({ value }) => value), ...(chart.band ? [chart.band.low, chart.band.high] : [])]
  // Without an axis a small chart shows the course only, so it fills its room.
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  const across = (at: number) => 0.03 + 0.94 * positionOf(at, chart.years.first, chart.years.last)
  const down = (value: number) => Math.round((height - 8 - (height - 18) * positionOf(value, low, high)) * 10) / 10
  const line = (points: readonly { at: number; value: number }[]) =>
    points.map(({ at, value }, i) => `${i ? 'L' : 'M'}${Math.round(across(at) * 1000)} ${down(value)}`).join('')
  const now = chart.points.at(-1)
  return html`<svg class="small s-${chart.status}" role="img" aria-label="${chart.label}" width="100%" height="${height}"><line class="grid" x1="0" x2="100%" y1="${height - 0.5}" y2="${height - 0.5}"/>${chart.band && html`<rect class="band" width="100%" y="${down(chart.band.high)}" height="${down(chart.band.low) - down(chart.band.high)}"/>`}<svg viewBox="0 0 1000 ${height}" preserveAspectRatio="none" width="100%" height="${height}">${
    chart.way.length > 1 && html`<path class="way" d="${line(chart.way)}"/>`
  }${chart.points.length > 1 && html`<path class="actual" d="${line(chart.points)}"/>`}</svg>${
    chart.target &&
    html`<svg class="goal" x="${percent(across(chart.target.at))}" y="${down(chart.target.value)}" overflow="visible"><path d="M0-6 6 0 0 6-6 0Z"/></svg>`
  }${now && html`<circle class="point" cx="${percent(across(now.at))}" cy="${down(now.value)}" r="4"/>`}</svg>`
}
