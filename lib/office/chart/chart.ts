/** A chart of a few series over the same categories; drawn as SVG for papers, or as a native chart of a workbook. */
export interface Chart {
  kind: 'line' | 'bar'
  title: string
  /** Written at the end of the value axis; "" when the title says it. */
  unit: string
  categories: readonly string[]
  /** One value for each category; null where there is none. */
  series: readonly { name: string; values: readonly (number | null)[] }[]
  /** In points; 214 where nothing else is said. */
  height?: number
  /** An interval behind the lines, such as that of a forecast; one low and one high for each category. */
  band?: { name: string; low: readonly (number | null)[]; high: readonly (number | null)[] }
}

/** Told apart in black and white too: their brightness differs. */
export const SERIES_COLOURS = ['1F4E79', 'C55A11', '7F9DB9', 'E0A96D', '404040', 'A6A6A6'] as const

/** Light enough for a line and a label to be read over it. */
export const BAND_COLOUR = 'CFDCEA'

export function seriesColour(i: number): string {
  return SERIES_COLOURS[i % SERIES_COLOURS.length]!
}
