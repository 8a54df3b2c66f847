import type { Figure } from '../model.ts'
import { leavesRoomForWords } from '../text/density.ts'
import { refusal } from './admission.ts'
import type { Clock } from './clock.ts'
import { distribute } from './distribute.ts'
import { FigureWriter } from './figure-writer.ts'
import type { Frame } from './frame.ts'
import { NAMED_FIRM } from './lexicon.ts'
import { veil } from './masks.ts'
import type { Part } from './outline.ts'
import { findQuantities } from './quantities.ts'
import { lookAround } from './surroundings.ts'
import { findTimes } from './years.ts'

/**
 * Reads the figures of one paragraph of normalised text: finds times and numbers, drops the numbers that state
 * nothing, and writes down the rest in reading order while the clock keeps the time.
 */
export function readParagraph(
  text: string,
  from: number,
  to: number,
  part: Part,
  frame: Frame,
  clock: Clock,
): Figure[] {
  const words = text.slice(from, to)
  if (!/[\d一二两三四五六七八九十百千万亿半首榜前番最仅]/.test(words)) return []
  const times = findTimes(words)
  const veiled = veil(words, times)
  const quantities = findQuantities(veiled)
  if (!leavesRoomForWords(words.trim(), quantities.length)) return []
  const firms = firmSpans(veiled)
  const statements = quantities.filter((quantity, index) => {
    if (firms.some(([start, end]) => quantity.start >= start && quantity.start < end)) return false
    const near = lookAround(veiled, quantity, quantities[index - 1] ?? null, quantities[index + 1] ?? null, part)
    return refusal(quantity, near) === null
  })
  const shares = distribute(veiled, statements, times)
  const writer = new FigureWriter({ words, veiled, times, offset: from, part, frame, clock })
  let heard = 0
  const hearUntil = (at: number): void => {
    for (let time = times[heard]; time && time.start < at; time = times[heard]) {
      clock.hear(time, writer.spotOf(time.start))
      heard += 1
    }
  }
  for (const [index, quantity] of statements.entries()) {
    hearUntil(quantity.numberStart)
    const near = lookAround(veiled, quantity, statements[index - 1] ?? null, statements[index + 1] ?? null, part)
    writer.write(quantity, near, statements[index + 1] ?? null, shares.get(quantity.numberStart) ?? null)
  }
  hearUntil(words.length)
  return writer.figures
}

/** Stretches whose subject is one named firm, to the end of the sentence. */
function firmSpans(text: string): [number, number][] {
  const spans: [number, number][] = []
  for (const match of text.matchAll(NAMED_FIRM)) {
    const end = text.slice(match.index + 1).search(/[。;]/)
    spans.push([match.index, end < 0 ? text.length : match.index + 1 + end])
  }
  return spans
}
