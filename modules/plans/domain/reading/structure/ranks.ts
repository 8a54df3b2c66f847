import type { Heading } from './headings.ts'
import { type NumberStyle, RANK } from './numbering.ts'

const ORDERED: readonly NumberStyle[] = [
  'han',
  'han-bracket',
  'digit',
  'digit-bracket',
  'digit-half-bracket',
  'circled',
]

/**
 * Ranks as this document uses them. The official order holds unless the document shows the opposite: an official
 * outer style that starts again at one inside each item of an inner style is nested in it here.
 */
export function effectiveRanks(headings: readonly Heading[]): Record<NumberStyle, number> {
  const ranks = { ...RANK }
  for (const [i, outer] of ORDERED.entries()) {
    for (const inner of ORDERED.slice(i + 1)) {
      if (isNestedIn(outer, inner, headings)) ranks[outer] = Math.max(ranks[outer], ranks[inner] + 5)
    }
  }
  return ranks
}

/** Counts, at each restart of `style`, whether the run of `host` goes on after it or starts again too. */
function isNestedIn(style: NumberStyle, host: NumberStyle, headings: readonly Heading[]): boolean {
  let goesOn = 0
  let startsAgain = 0
  let before: Heading | undefined
  /** The host item in which the style started at one; judged when the next host item comes. */
  let opened: Heading | undefined
  for (const heading of headings) {
    if (heading.style !== style && heading.style !== host) continue
    if (heading.style === host && opened) {
      if (heading.value === opened.value + 1) goesOn++
      else startsAgain++
      opened = undefined
    }
    if (heading.style === style && heading.value === 1 && before?.style === host) opened = before
    before = heading
  }
  return goesOn > 1 && goesOn > startsAgain
}
