import { BAND_COLOUR, type Chart, seriesColour } from './chart.ts'

/** Points of a page: as wide as the text of an official paper, so a size of 10.5 is 五号 on paper. */
const WIDTH = 442
const HEIGHT = 214
/** Below this a drawing is sparing with its margins and its steps. */
const LOW = 160
const SIDES = { left: 44, right: 432 }
const FONT = "'Noto Serif SC', 'FangSong', 'SimSun', serif"

/**
 * Draws a chart as SVG that stands alone: colours and fonts as attributes, text as text. Values are written at their
 * marks while they have room, so that the paper can be read without measuring.
 */
export function chartSvg(chart: Chart, formatValue: (value: number) => string): string {
  const values = [...chart.series.map((one) => one.values), chart.band?.low ?? [], chart.band?.high ?? []]
    .flat()
    .filter((value) => value !== null)
  const height = chart.height ?? HEIGHT
  const isLow = height < LOW
  const { low, high, ticks } = niceAxis(values, isLow ? 2 : 4)
  const plot = { ...SIDES, top: isLow ? 32 : 46, bottom: height - (isLow ? 34 : 46) }
  const down = (value: number) => round(plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top))
  const step = (plot.right - plot.left) / Math.max(1, chart.categories.length)
  const across = (i: number) => round(plot.left + step * (i + 0.5))
  const grid = ticks.map(
    (tick) =>
      `<line x1="${plot.left}" x2="${plot.right}" y1="${down(tick)}" y2="${down(tick)}" stroke="${tick === 0 ? '#7f7f7f' : '#d9d9d9'}" stroke-width="0.6"/>${text(plot.left - 6, down(tick) + 3.2, formatValue(tick), { anchor: 'end', size: 9 })}`,
  )
  const every = Math.ceil(chart.categories.length / 12)
  const names = chart.categories.flatMap((name, i) =>
    i % every === 0 ? [text(across(i), plot.bottom + 15, name, { size: 9 })] : [],
  )
  const series =
    chart.kind === 'line' ? lines(chart, across, down, formatValue) : bars(chart, across, down, step, formatValue)
  const parts = [
    text(WIDTH / 2, 14, isLow && chart.unit !== '' ? `${chart.title}（${chart.unit}）` : chart.title, { size: 12 }),
    isLow || chart.unit === '' ? '' : text(plot.left - 6, plot.top - 14, chart.unit, { anchor: 'end', size: 9 }),
    ...grid,
    ...names,
    ...bandOf(chart, across, down),
    ...series,
    ...(chart.series.length > 1 || chart.band ? legend(chart, height) : []),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="${FONT}" fill="#000000">${parts.join('')}</svg>`
}

function bandOf({ band }: Chart, across: (i: number) => number, down: (value: number) => number): string[] {
  if (!band) return []
  const along = (side: readonly (number | null)[]) =>
    side.flatMap((value, i) => (value === null ? [] : [`${across(i)} ${down(value)}`]))
  const outline = [...along(band.high), ...along(band.low).reverse()]
  return [`<path d="M${outline.join('L')}Z" fill="#${BAND_COLOUR}"/>`]
}

function lines(
  { series, categories }: Chart,
  across: (i: number) => number,
  down: (value: number) => number,
  formatValue: (value: number) => string,
): string[] {
  return series.flatMap(({ values }, at) => {
    const colour = `#${seriesColour(at)}`
    const points = values.flatMap((value, i) => (value === null ? [] : [{ x: across(i), y: down(value), i, value }]))
    const isAfterGap = (n: number) => n === 0 || points[n]!.i !== points[n - 1]!.i + 1
    const way = points.map(({ x, y }, n) => `${isAfterGap(n) ? 'M' : 'L'}${x} ${y}`).join('')
    const marks = points.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="2.6" fill="${colour}"/>`)
    const hasRoom = categories.length <= 10 && series.length <= 2
    // The lower of two at one place is labelled below, out of the way of the other.
    const isLower = (i: number, value: number) =>
      series.some((other, n) => n !== at && (other.values[i] ?? value) > value)
    const labels = points
      .filter((_, n) => hasRoom || n === points.length - 1)
      .map(({ x, y, i, value }) => onPaper(x, isLower(i, value) ? y + 13 : y - 6, formatValue(value), colour))
    return [`<path d="${way}" fill="none" stroke="${colour}" stroke-width="1.6"/>`, ...marks, ...labels]
  })
}

function bars(
  { series, categories }: Chart,
  across: (i: number) => number,
  down: (value: number) => number,
  step: number,
  formatValue: (value: number) => string,
): string[] {
  const wide = round(Math.min(34, (step * 0.7) / series.length))
  const hasRoom = categories.length * series.length <= 16
  return series.flatMap(({ values }, at) =>
    values.flatMap((value, i) => {
      if (value === null) return []
      const x = round(across(i) + (at - series.length / 2) * wide)
      const [top, bottom] = [Math.min(down(value), down(0)), Math.max(down(value), down(0))]
      const bar = `<rect x="${x}" y="${top}" width="${round(wide * 0.94)}" height="${round(bottom - top)}" fill="#${seriesColour(at)}"/>`
      return hasRoom ? [bar, text(round(x + wide / 2), top - 4, formatValue(value), { size: 9 })] : [bar]
    }),
  )
}

function legend({ series, band }: Chart, height: number): string[] {
  const names = [
    ...series.map(({ name }, i) => ({ name, colour: seriesColour(i) })),
    ...(band ? [{ name: band.name, colour: BAND_COLOUR }] : []),
  ]
  const wide = (SIDES.right - SIDES.left) / names.length
  return names.flatMap(({ name, colour }, i) => {
    const x = round(SIDES.left + wide * i)
    return [
      `<rect x="${x}" y="${height - (height < LOW ? 12 : 17)}" width="14" height="6" fill="#${colour}"/>`,
      text(x + 19, height - (height < LOW ? 5.5 : 10.5), name, { anchor: 'start', size: 9 }),
    ]
  })
}

function text(
  x: number,
  y: number,
  words: string,
  { anchor = 'middle', size, colour = '#000000' }: { anchor?: string; size: number; colour?: string },
): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}" fill="${colour}">${inXml(words)}</text>`
}

/** A value over a patch of white, so that no grid line runs through it. */
function onPaper(x: number, y: number, value: string, colour: string): string {
  const wide = value.length * 4.8 + 2
  const patch = `<rect x="${round(x - wide / 2)}" y="${round(y - 8)}" width="${round(wide)}" height="9.5" fill="#ffffff"/>`
  return patch + text(x, y, value, { size: 9, colour })
}

/** About so many round steps that cover all values and zero. */
function niceAxis(values: readonly number[], steps: number): { low: number; high: number; ticks: number[] } {
  const [min, max] = [Math.min(0, ...values), Math.max(0, ...values)]
  const rough = (max - min || 1) / steps
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough * 0.999) ?? rough
  const [first, last] = [Math.floor(min / step + 1e-9), Math.max(1, Math.ceil(max / step - 1e-9))]
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
  return { low: ticks[0]!, high: ticks.at(-1)!, ticks }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function inXml(words: string): string {
  return (
    words
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
      .replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  )
}
