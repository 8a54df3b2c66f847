import type { Check, Figure, Noise } from '../model.ts'
import { checkAverages } from './average.ts'
import { checkEnumerations } from './enumeration.ts'
import { checkGrowth } from './growth.ts'
import { checkImpossible } from './impossible.ts'
import { checkIncrease } from './increase.ts'
import { checkMultiples } from './multiple.ts'
import { checkNames, checkPackages } from './names.ts'
import { type Paragraph, readParagraphs } from './numbers.ts'
import { checkParts } from './parts.ts'
import { checkRanks } from './rank.ts'
import { checkRepeated } from './repeated.ts'
import { checkShares } from './share.ts'
import { checkSpans } from './span.ts'
import { checkStated } from './stated.ts'

const WITHIN_PARAGRAPH: ((paragraph: Paragraph) => Check[])[] = [
  checkIncrease,
  checkGrowth,
  checkShares,
  checkMultiples,
  checkParts,
  checkAverages,
  checkRanks,
  checkSpans,
  checkEnumerations,
  checkImpossible,
]

/**
 * Every arithmetic relation that one document states, as a clerk would work it through: in reading order, each with
 * its places, its formula and whether it holds. What the web page around the document says is left out. Linear in
 * the length of the text.
 */
export function checkFigures(text: string, figures: Figure[], noise: readonly Noise[] = []): Check[] {
  const paragraphs = readParagraphs(text, noise)
  const checks = paragraphs.flatMap((paragraph) => WITHIN_PARAGRAPH.flatMap((check) => check(paragraph)))
  return [
    ...checks,
    ...checkRepeated(paragraphs),
    ...checkNames(paragraphs),
    ...checkPackages(paragraphs),
    ...checkStated(figures),
  ].sort((a, b) => a.places[0]!.start - b.places[0]!.start)
}
