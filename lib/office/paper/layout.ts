/**
 * Measures of an official paper, GB/T 9704-2012 (党政机关公文格式), in points unless the name says otherwise.
 * 5.2 page and margins, 5.2.2 size and lines, 7.2 head, 7.3 body, 7.4 foot, 7.5 page numbers.
 */
export const MM = 72 / 25.4

export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  bottomMm: 35,
  leftMm: 28,
  rightMm: 26,
} as const

/** 156 mm: room for 28 characters. */
export const TEXT_WIDTH = (PAGE.widthMm - PAGE.leftMm - PAGE.rightMm) * MM

/** 22 lines fill the 225 mm between the margins. */
export const LINE_PITCH = 28.95

/** 三号, 二号, 四号, 小四号 and 五号. */
export const SIZE = { body: 16, title: 22, foot: 14, table: 12, small: 10.5 } as const

/**
 * 28 characters of 16 pt are 448 pt, a little more than 156 mm. They are set this much closer, as a Word document grid
 * does; a quarter of a point is what Word can say (in twentieths).
 */
export const TRACKING = -0.25

/** From the left edge of one character of the body to the next. */
export const CHARACTER = SIZE.body + TRACKING

/** How far the head of a document stands below the upper margin (7.2.4), and the red line below the number (7.2.7). */
export const HEAD_MM = { document: 35, brief: 4, redLine: 4 } as const

export const RED = 'FF0000'

/** Rules of the foot: outer ones 0.35 mm, inner ones 0.25 mm (7.4.1). */
export const RULE_MM = { outer: 0.35, inner: 0.25 } as const

/** The head fills the line in large signs, 15 mm by 22 mm at most each (7.2.4). */
export function headSize(issuer: string): number {
  return Math.min(15 * MM, TEXT_WIDTH / Math.max(1, widthOf(issuer) + 0.5))
}

/** About how wide a text is, in characters: a letter or figure counts half. */
export function widthOf(text: string): number {
  let wide = 0
  for (const sign of text) wide += sign > '\u2e80' || '“”‘’—…〔〕'.includes(sign) ? 1 : 0.5
  return wide
}
