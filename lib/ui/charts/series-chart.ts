import { type Html, html } from '../portal/html.ts'
import { type PlacedLabel, placeLabels } from './place-labels.ts'
import { niceDomain, percent, positionOf } from './scale.ts'

/**
 * A series on its way to a target. Positions across are percentages and the height is fixed, so the drawing stretches
 * with the page while its words keep their size: 390 px show the same text as 1440. No colours, fonts or styles inside;
 * classes carry them, so dark and print work and the content policy needs no exception.
 */
export interface SeriesChart {
  id: string
  /** The answer that the chart gives; read out by screen readers together with the description. */
  title: string
  description: string
  /** Actual values; `at` in years. */
  points: readonly { at: number; value: number; label: string; tip: string; provisional?: boolean }[]
  targets: readonly { at: number; value: number; label: string; tip: string; staged?: boolean }[]
  baseline: { at: number; value: number; label: string; tip: string } | null
  /** The way the plan asks for, as many points as its curve needs. */
  path: readonly { at: number; value: number }[]
  /** The target as a band, when it is a range. */
  band?: { low: number; high: number; label: string }
  /** Years to show even where nothing is drawn. */
  span?: { first: number; last: number }
  formatTick: (value: number) => string
  unit: string
}

/** Height in pixels of the drawing and of the room for the years below the plot. */
const height = 340
const plot = { top: 34, bottom: 306 }
const side = { left: 0.13, right: 0.9 }

export function seriesChart(chart: SeriesChart): Html {
  const marks = [...chart.points, ...chart.targets, ...(chart.baseline ? [chart.baseline] : [])]
  if (marks.length === 0) return html``
  const values = [...marks, ...chart.path].map(({ value }) => value)
  if (chart.band) values.push(chart.band.low, chart.band.high)
  const { low, high, ticks } = niceDomain(values)
  const times = [...marks, ...chart.path].map(({ at }) => at)
  if (chart.span) times.push(chart.span.first, chart.span.last)
  const [first, last] = [Math.floor(Math.min(...times)), Math.ceil(Math.max(...times))]
  const across = (at: number) => side.left + (side.right - side.left) * positionOf(at, first, last)
  const down = (value: number) =>
    Math.round((plot.bottom - (plot.bottom - plot.top) * positionOf(value, low, high)) * 10) / 10
  const line = (points: readonly { at: number; value: number }[]) =>
    points.map(({ at, value }, i) => `${i ? 'L' : 'M'}${round(across(at) * 1000)} ${down(value)}`).join('')
  const course = [...(chart.baseline ? [chart.baseline] : []), ...chart.points].sort((a, b) => a.at - b.at)
  const labels = labelsOf(chart, across, down, [chart.path, course, ...marks.map((mark) => [mark])], ticks)

  return html`<svg class="chart" role="img" aria-labelledby="${chart.id}-title ${chart.id}-description" width="100%" height="${height}"><title id="${chart.id}-title">${chart.title}</title><desc id="${chart.id}-description">${chart.description}</desc>${ticks.map(
    (tick) =>
      html`<line class="grid${tick === 0 ? ' zero' : ''}" x1="0" x2="100%" y1="${down(tick)}" y2="${down(tick)}"/><text class="tick" x="0" y="${down(tick) - 6}">${chart.formatTick(tick)}${tick === ticks.at(-1) && chart.unit ? ` ${chart.unit}` : ''}</text>`,
  )}${yearTicks(first, last).map(
    ({ year, minor }) =>
      html`<text class="tick year${minor ? ' minor' : ''}" x="${percent(across(year))}" y="${plot.bottom + 22}">${year}</text>`,
  )}${
    chart.band &&
    html`<rect class="band" x="${percent(side.left)}" width="${percent(side.right - side.left)}" y="${down(chart.band.high)}" height="${down(chart.band.low) - down(chart.band.high)}"/><text class="label end" text-anchor="end" x="${percent(side.right)}" y="${down(chart.band.high) - 8}">${chart.band.label}</text>`
  }<svg viewBox="0 0 1000 ${height}" preserveAspectRatio="none" width="100%" height="${height}">${chart.path.length > 1 && html`<path class="way" d="${line(chart.path)}"/>`}${course.length > 1 && html`<path class="actual" d="${line(course)}"/>`}</svg>${
    chart.baseline && dot('start', chart.baseline, across, down)
  }${chart.points.map((point) => dot(point.provisional ? 'point provisional' : 'point', point, across, down))}${chart.targets.map(
    (target) => {
      const [x, y] = [percent(across(target.at)), down(target.value)]
      return html`<svg class="goal${target.staged ? ' staged' : ''}" x="${x}" y="${y}" overflow="visible"><path d="M0-7 7 0 0 7-7 0Z"/><circle class="hit" r="14" data-tip="${target.tip}"><title>${target.tip}</title></circle></svg>`
    },
  )}${labels.map(
    (label) =>
      html`<text class="label ${label.kind}" text-anchor="${label.anchor}" x="${percent(label.x)}" y="${label.y}">${label.text}</text>`,
  )}</svg>`
}

/** The latest value and the end are always said; the start and the stages where there is room. */
function labelsOf(
  chart: SeriesChart,
  across: (at: number) => number,
  down: (value: number) => number,
  lines: readonly (readonly { at: number; value: number }[])[],
  ticks: readonly number[],
): PlacedLabel[] {
  const now = chart.points.at(-1)
  const want = (mark: { at: number; value: number; label: string }, kind: string, mayVanish: boolean) =>
    mark.label === '' ? [] : [{ text: mark.label, kind, x: across(mark.at), y: down(mark.value), mayVanish }]
  return placeLabels(
    [
      ...chart.targets.filter((target) => !target.staged).flatMap((target) => want(target, 'end', false)),
      ...(now ? want(now, 'now', false) : []),
      ...(chart.baseline ? want(chart.baseline, 'from', true) : []),
      ...chart.targets.filter((target) => target.staged).flatMap((target) => want(target, 'stage', true)),
    ],
    [
      ...lines.map((line) => line.map(({ at, value }) => ({ x: across(at), y: down(value) }))),
      // The words of the axis stand on the left, over their lines.
      ...ticks.map((tick) => [0, 0.1].map((x) => ({ x, y: down(tick) - 11 }))),
    ],
    { top: 12, bottom: plot.bottom + 4 },
  )
}

function dot(
  kind: string,
  mark: { at: number; value: number; tip: string },
  across: (at: number) => number,
  down: (value: number) => number,
): Html {
  const [x, y] = [percent(across(mark.at)), down(mark.value)]
  return html`<circle class="${kind}" cx="${x}" cy="${y}" r="5"/><circle class="hit" cx="${x}" cy="${y}" r="14" data-tip="${mark.tip}"><title>${mark.tip}</title></circle>`
}

/** Every year when they are few; the first, the last and round steps when they are many. Every other one may hide on a phone. */
function yearTicks(first: number, last: number): { year: number; minor: boolean }[] {
  const span = last - first
  const step = span <= 10 ? 1 : span <= 20 ? 2 : 5
  const years: number[] = []
  for (let year = last; year >= first; year -= step) years.unshift(year)
  const crowded = years.length > 6
  return years.map((year, i) => ({ year, minor: crowded && (years.length - 1 - i) % 2 === 1 }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
