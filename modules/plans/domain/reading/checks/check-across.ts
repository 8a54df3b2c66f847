import type { Check, Comparator, FigureKind, Place } from '../model.ts'
import { checkIncompatibleTargets } from './incompatible-targets.ts'
import { checkPassedTargets } from './passed-target.ts'
import { checkTwoPapers } from './two-papers.ts'

/** One confirmed statement of one document, tied to a shared indicator. */
export interface StatedFact {
  id: string
  regionId: string
  indicatorId: string
  /** The indicator's name for messages. */
  name: { zh: string; en: string }
  kind: FigureKind
  comparator: Comparator
  value: number
  value2: number | null
  /** As written, with 万 or 亿. */
  unit: string
  year: number | null
  startYear: number | null
  perYear: boolean
  estimate: boolean
  document: {
    id: string
    title: { zh: string; en: string } /** Year in which it was issued, when known. */
    year: number | null
  }
  place: Place | null
}

/** What the facts alone do not say. */
export interface LedgerContext {
  /** The regions that make up a region, all of them: only then can a sum fall short. */
  parts: ReadonlyMap<string, readonly string[]>
  /** Indicators that are counts or amounts, so that the parts of a region add up to it. */
  additive: ReadonlySet<string>
  /** Indicators that are better when lower (energy per unit of output, days of approval). */
  lowerIsBetter: ReadonlySet<string>
}

/** A check over facts of several documents; `factIds` say which, because places lie in different texts. */
export interface AcrossCheck extends Check {
  factIds: string[]
}

/**
 * What only shows when documents lie side by side: targets passed already, targets of a region and its parts that cannot
 * both hold, and papers that give one figure two values. Time grows with the number of facts.
 */
export function checkAcross(facts: StatedFact[], context: LedgerContext): AcrossCheck[] {
  return [...checkTwoPapers(facts), ...checkPassedTargets(facts, context), ...checkIncompatibleTargets(facts, context)]
}
