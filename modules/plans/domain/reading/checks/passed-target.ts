import { acrossFinding, amountOfFact, groupFacts, plainUnit, show } from './across-note.ts'
import type { AcrossCheck, LedgerContext, StatedFact } from './check-across.ts'

/**
 * Targets that a published value has passed before their year. A target passed after it was set is good news and holds;
 * one that lay below a value known when it was set asks for nothing, and contradicts.
 */
export function checkPassedTargets(facts: StatedFact[], context: LedgerContext): AcrossCheck[] {
  const levels = facts.filter(({ comparator, perYear, startYear }) => {
    return comparator !== 'inc' && comparator !== 'mul' && !perYear && startYear === null
  })
  const groups = groupFacts(levels, (fact) => `${fact.regionId}|${fact.indicatorId}|${plainUnit(fact)}`)
  const checks: AcrossCheck[] = []
  for (const group of groups.values()) {
    const values = group
      .filter(({ kind, year }) => kind !== 'target' && year !== null)
      .sort((a, b) => a.year! - b.year!)
    for (const target of group) {
      if (target.kind !== 'target' || target.year === null) continue
      const passing = values.find((value) => value.year! < target.year! && passes(value, target, context))
      if (passing) checks.push(note(target, passing))
    }
  }
  return checks
}

function passes(value: StatedFact, target: StatedFact, { lowerIsBetter }: LedgerContext): boolean {
  const downwards = isRank(target) || lowerIsBetter.has(target.indicatorId) || ['le', 'lt'].includes(target.comparator)
  const [reached, wanted] = [amountOfFact(value), amountOfFact(target)]
  if (target.comparator === 'gt') return downwards ? reached < wanted : reached > wanted
  return downwards ? reached <= wanted : reached >= wanted
}

function isRank({ unit }: StatedFact): boolean {
  return unit === '位' || unit === '名'
}

function note(target: StatedFact, value: StatedFact): AcrossCheck {
  const known = target.document.year !== null && value.year! < target.document.year
  return acrossFinding(
    'passed-target',
    known ? 'contradicts' : 'holds',
    [target, value],
    `${show(value)} (${value.year}) ${amountOfFact(value) < amountOfFact(target) ? '≤' : '≥'} ${show(target)} (${target.year})`,
    known
      ? {
          zh: `“${target.name.zh}”${target.year}年目标${show(target)}，制定时${value.year}年已为${show(value)}，目标偏低或两者口径不同，请核对。`,
          en: `${target.name.en}: the target ${show(target)} for ${target.year} lay behind the ${show(value)} of ${value.year} when it was set; the target is too low or the definitions differ.`,
        }
      : {
          zh: `“${target.name.zh}”${target.year}年目标${show(target)}，${value.year}年已达${show(value)}，提前实现。`,
          en: `${target.name.en}: the target ${show(target)} for ${target.year} was passed in ${value.year} with ${show(value)}.`,
        },
    { expected: target.value, found: value.value },
  )
}
