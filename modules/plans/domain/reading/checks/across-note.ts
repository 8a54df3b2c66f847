import type { CheckKind, CheckResult } from '../model.ts'
import type { AcrossCheck, StatedFact } from './check-across.ts'
import { amountOf } from './numbers.ts'
import { asWritten } from './written-value.ts'

/** The value in the plain unit, so that 2万家 and 20000家 compare. */
export function amountOfFact(fact: StatedFact): number {
  return amountOf(asWritten(fact.value, fact.unit, fact.comparator))
}

/** Unit without 万 or 亿. */
export function plainUnit(fact: StatedFact): string {
  return asWritten(fact.value, fact.unit, fact.comparator).unit
}

/** A check over facts, with their places where the facts have one. */
export function acrossFinding(
  kind: CheckKind,
  result: CheckResult,
  facts: StatedFact[],
  formula: string,
  message: { zh: string; en: string },
  values: { expected: number | null; found: number | null },
): AcrossCheck {
  const places = facts.flatMap(({ place }) => (place ? [place] : []))
  return { kind, result, places, formula, ...values, message, factIds: facts.map(({ id }) => id) }
}

const SIGNS: Partial<Record<StatedFact['comparator'], string>> = {
  ge: '≥',
  gt: '>',
  le: '≤',
  lt: '<',
  approx: '≈',
  inc: '+',
}

/** The value as people read it: ≥150家. */
export function show(fact: StatedFact): string {
  return `${SIGNS[fact.comparator] ?? ''}${fact.value}${fact.unit}`
}

/** Groups facts by a key; facts with a null key are left out. */
export function groupFacts(facts: StatedFact[], keyOf: (fact: StatedFact) => string | null): Map<string, StatedFact[]> {
  const groups = new Map<string, StatedFact[]>()
  for (const fact of facts) {
    const key = keyOf(fact)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(fact)
    else groups.set(key, [fact])
  }
  return groups
}
