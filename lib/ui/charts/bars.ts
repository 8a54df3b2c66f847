import { type Html, html } from '../portal/html.ts'
import type { StatusKey } from '../tokens.ts'
import { percent, positionOf } from './scale.ts'

/** The room of a bullet bar: the target stands at 100 of 115, so that what has passed it can be seen. */
const full = 1.15

/** How far a target is (bar), where it should be by now (tick), and the target (line at the end). Shares of the way. */
export function bulletBar(bar: { done: number; expected: number | null; status: StatusKey; label: string }): Html {
  const at = (share: number) => percent(Math.min(full, Math.max(0, share)) / full)
  return html`<svg class="bullet s-${bar.status}" role="img" aria-label="${bar.label}" width="100%" height="18"><rect class="track" y="4" width="${at(1)}" height="10"/><rect class="bar" y="4" width="${at(bar.done)}" height="10"/>${
    bar.expected !== null &&
    html`<line class="expected" x1="${at(bar.expected)}" x2="${at(bar.expected)}" y1="0" y2="18"/>`
  }<line class="goal" x1="${at(1)}" x2="${at(1)}" y1="1" y2="17"/></svg>`
}

/** Time that has passed in a plan. */
export function timeBar(bar: { elapsed: number; label: string }): Html {
  return html`<svg class="time" role="img" aria-label="${bar.label}" width="100%" height="6"><rect class="track" width="100%" height="6"/><rect class="bar" width="${percent(Math.min(1, Math.max(0, bar.elapsed)))}" height="6"/></svg>`
}

/** One amount among others: the longest fills the room. */
export function amountBar(bar: { value: number; longest: number; own: boolean }): Html {
  const share = bar.longest > 0 ? Math.max(0, bar.value) / bar.longest : 0
  return html`<svg class="amount${bar.own ? ' own' : ''}" aria-hidden="true" width="100%" height="22"><rect width="${percent(share)}" height="22"/></svg>`
}

/** How many targets have which status, as one bar. The words and numbers stand below it, made by the caller. */
export function statusStrip(strip: { counts: readonly { status: StatusKey; count: number }[]; label: string }): Html {
  const total = strip.counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return html``
  let passed = 0
  return html`<svg class="strip" role="img" aria-label="${strip.label}" width="100%" height="14">${strip.counts
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => {
      const from = passed / total
      passed += count
      return html`<rect class="s-${status}" x="${percent(from)}" width="${percent(count / total)}" height="14"/>`
    })}</svg>`
}

/** The course of a few values, as high as a line of text. The table cell beside it says the last value. */
export function sparkline(series: readonly { at: number; value: number }[]): Html {
  if (series.length < 2) return html``
  const [times, values] = [series.map(({ at }) => at), series.map(({ value }) => value)]
  const [first, last, low, high] = [Math.min(...times), Math.max(...times), Math.min(...values), Math.max(...values)]
  const points = series.map(({ at, value }) => [
    Math.round(4 + 82 * positionOf(at, first, last)),
    Math.round(22 - 18 * positionOf(value, low, high)),
  ])
  const end = points.at(-1) ?? [0, 0]
  return html`<svg class="spark" aria-hidden="true" width="92" height="26"><path d="M${points.map((point) => point.join(' ')).join('L')}"/><circle cx="${end[0]}" cy="${end[1]}" r="3"/></svg>`
}
