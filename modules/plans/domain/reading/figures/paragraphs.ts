import type { Noise, Place } from '../model.ts'

/**
 * Paragraphs as a reader sees them. Copies break lines after a semicolon (from web pages) or in mid-sentence (from
 * PDF); such lines belong together, because year and subject carry on.
 */

/** Longest stretch treated as one paragraph, so that a file without line breaks is still read in linear time. */
const LONGEST = 3000
/** A line this long without closing punctuation was wrapped by the page, not ended by the author. */
const WRAPPED_LINE = 28

const NUMBERED =
  /^\s*(?:第[一二三四五六七八九十百\d]{1,4}[章节篇条部]|[(（]?[一二三四五六七八九十]{1,3}[)）、.]|[(（]?\d{1,2}[)）、.]|[①-⑳]|——|[●•◆■▪○-]|专栏|附[件表])/
const CLOSED = /[。!?:！？：|\t]["”』」)]*\s*$/
const CONTINUES = /[;,、；，]\s*$/

/** Splits normalised text into paragraphs, leaving out the noise around the document. */
export function findParagraphs(text: string, noise: Noise[]): Place[] {
  const quiet = noise.toSorted((a, b) => a.start - b.start)
  const paragraphs: Place[] = []
  let open: Place | null = null
  let lastLine = ''
  let noiseIndex = 0
  let at = 0
  while (at < text.length) {
    const lineBreak = text.indexOf('\n', at)
    const end = Math.min(lineBreak < 0 ? text.length : lineBreak, at + LONGEST)
    const line = text.slice(at, end)
    while (noiseIndex < quiet.length && (quiet[noiseIndex]?.end ?? 0) <= at) noiseIndex += 1
    const noisy = (quiet[noiseIndex]?.start ?? Number.POSITIVE_INFINITY) < end
    if (noisy || line.trim() === '') {
      if (noisy) open = null
    } else {
      const joins =
        open !== null &&
        end - open.start < LONGEST &&
        !NUMBERED.test(line) &&
        (CONTINUES.test(lastLine) || isWrapped(lastLine))
      if (open && joins) open.end = end
      else {
        open = { start: at, end }
        paragraphs.push(open)
      }
      lastLine = line
    }
    at = end === lineBreak ? end + 1 : end
  }
  return paragraphs
}

function isWrapped(line: string): boolean {
  return line.trim().length >= WRAPPED_LINE && !CLOSED.test(line) && !/\S(?:\t|\s{2,}|\|)\s*\S/.test(line.trim())
}
