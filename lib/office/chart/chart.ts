/** A chart of a few series over the same categories; drawn as SVG for papers, or as a native chart of a workbook. */
export interface Chart {
  kind: 'line' | 'bar'
  title: string
  /** Written at the end of the value axis; "" when the title says it. */
  unit: string
  categories: readonly string[]
  /** One value for each category; null where there is none. */
  series: readonly { name: string; values: readonly (number | null)[] }[]
}

/** Told apart in black and white too: their brightness differs. */
export const SERIES_COLOURS = ['1F4E79', 'C55A11', '7F9DB9', 'E0A96D', '404040', 'A6A6A6'] as const

export function seriesColour(i: number): string {
  return SERIES_COLOURS[i % SERIES_COLOURS.length]!
}
