import type { Noise, Place } from '../model.ts'
import { foldWidth } from './fold-width.ts'

/** A line that is not blank. `start` and `end` bound its content without the blanks around it. */
export interface Line extends Place {
  /** With half-width punctuation and digits whatever the document uses; same length as the original. */
  content: string
  /** Blanks before the content; an ideographic space counts as two. */
  indent: number
  /** A blank line stands before it. */
  afterBlank: boolean
}

const BLANK = /^[\s\u00a0\u3000\u200b\ufeff]$/

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code > 0x3000 && code < 0xfeff) return false
  return code === 32 || BLANK.test(text[at]!)
}

/** The lines of a text that are not blank, with their places. Linear. */
export function readLines(original: string): Line[] {
  const text = foldWidth(original)
  const lines: Line[] = []
  let at = 0
  let afterBlank = false
  while (at < text.length) {
    let stop = text.indexOf('\n', at)
    if (stop < 0) stop = text.length
    let start = at
    let indent = 0
    while (start < stop && isBlank(text, start)) {
      indent += text[start] === '\u3000' || text[start] === '\u2003' ? 2 : 1
      start++
    }
    let end = stop
    while (end > start && isBlank(text, end - 1)) end--
    if (end > start) {
      lines.push({ start, end, content: text.slice(start, end), indent, afterBlank })
      afterBlank = false
    } else {
      afterBlank = true
    }
    at = stop + 1
  }
  return lines
}

/** Answers whether an offset lies in one of the sorted, disjoint stretches. */
export function insideAny(places: readonly Place[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0
    let high = places.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const place = places[middle]!
      if (offset < place.start) high = middle - 1
      else if (offset >= place.end) low = middle + 1
      else return true
    }
    return false
  }
}

/** The lines that belong to the document, in order. */
export function documentLines(text: string, noise: readonly Noise[]): Line[] {
  const isNoise = insideAny(noise)
  return readLines(text).filter((line) => !isNoise(line.start))
}
