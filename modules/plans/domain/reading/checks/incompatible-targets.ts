import { acrossFinding, amountOfFact, groupFacts, plainUnit, show } from './across-note.ts'
import type { AcrossCheck, LedgerContext, StatedFact } from './check-across.ts'

/** Targets of a region and of its parts, for one indicator and year, that cannot both hold. */
export function checkIncompatibleTargets(facts: StatedFact[], context: LedgerContext): AcrossCheck[] {
  const groups = groupFacts(facts, (fact) => {
    if (fact.kind !== 'target' || fact.year === null || fact.value2 !== null || fact.comparator === 'mul') return null
    if (fact.unit === '位') return null
    const measure = fact.comparator === 'inc' ? 'inc' : 'level'
    return [fact.indicatorId, fact.year, fact.startYear, fact.perYear, measure, plainUnit(fact)].join('|')
  })
  const checks: AcrossCheck[] = []
  for (const group of groups.values()) {
    for (const whole of group) {
      const members = context.parts.get(whole.regionId)
      if (!members) continue
      const parts = group.filter(({ regionId }) => members.includes(regionId))
      if (context.additive.has(whole.indicatorId)) checks.push(...checkSum(whole, parts, members.length))
      else checks.push(...checkLevel(whole, parts, members.length))
    }
  }
  return checks
}

/** "达到" is read as the value itself; a bound from below leaves the top open. */
function hasTop({ comparator }: StatedFact): boolean {
  return ['eq', 'inc', 'le', 'lt', 'approx'].includes(comparator)
}

function hasBottom({ comparator }: StatedFact): boolean {
  return ['eq', 'inc', 'ge', 'gt', 'approx'].includes(comparator)
}

function checkSum(whole: StatedFact, parts: StatedFact[], members: number): AcrossCheck[] {
  const larger = parts.filter((part) => hasBottom(part) && amountOfFact(part) > amountOfFact(whole))
  const checks = larger.map((part) =>
    acrossFinding(
      'incompatible-targets',
      // A whole of "at least" can grow beyond the part; the targets hold together, yet one of them says little.
      hasTop(whole) ? 'contradicts' : 'holds',
      [whole, part],
      `${show(part)} > ${show(whole)}`,
      {
        zh: `“${whole.name.zh}”${whole.year}年：《${part.document.title.zh}》一地目标${show(part)}，超过《${whole.document.title.zh}》整体目标${show(whole)}，请核对口径。`,
        en: `${whole.name.en}, ${whole.year}: the part's target ${show(part)} exceeds the whole's ${show(whole)}; compare the definitions.`,
      },
      { expected: whole.value, found: part.value },
    ),
  )
  const regions = new Map(parts.map((part) => [part.regionId, part]))
  if (larger.length > 0 || regions.size !== members || members === 0) return checks
  const all = [...regions.values()]
  const sum = all.reduce((total, part) => total + amountOfFact(part), 0)
  const short = sum < amountOfFact(whole) && hasBottom(whole) && all.every(hasTop)
  const over = sum > amountOfFact(whole) && hasTop(whole) && all.every(hasBottom)
  if (short || over) checks.push(sumNote(whole, all, sum, short))
  return checks
}

function sumNote(whole: StatedFact, parts: StatedFact[], sum: number, short: boolean): AcrossCheck {
  const formula = `${parts.map(amountOfFact).join(' + ')} = ${sum} ${short ? '<' : '>'} ${amountOfFact(whole)}`
  return acrossFinding(
    'incompatible-targets',
    'contradicts',
    [whole, ...parts],
    formula,
    {
      zh: `“${whole.name.zh}”${whole.year}年：各地目标合计${sum}，${short ? '不足' : '超过'}整体目标${show(whole)}，请核对分解方案。`,
      en: `${whole.name.en}, ${whole.year}: the parts' targets add up to ${sum}, ${short ? 'short of' : 'above'} the whole's ${show(whole)}; look at how it was shared out.`,
    },
    { expected: amountOfFact(whole), found: sum },
  )
}

/** A share or rate of the whole lies between the lowest and the highest of its parts. */
function checkLevel(whole: StatedFact, parts: StatedFact[], members: number): AcrossCheck[] {
  const regions = new Map(parts.map((part) => [part.regionId, part]))
  if (regions.size !== members || members === 0) return []
  const all = [...regions.values()].sort((a, b) => amountOfFact(a) - amountOfFact(b))
  const [lowest, highest] = [all[0]!, all.at(-1)!]
  const above = hasBottom(whole) && all.every(hasTop) && amountOfFact(whole) > amountOfFact(highest)
  const below = hasTop(whole) && all.every(hasBottom) && amountOfFact(whole) < amountOfFact(lowest)
  if (!above && !below) return []
  const nearest = above ? highest : lowest
  return [
    acrossFinding(
      'incompatible-targets',
      'contradicts',
      [whole, nearest],
      `${show(whole)} ${above ? '>' : '<'} ${show(nearest)}`,
      {
        zh: `“${whole.name.zh}”${whole.year}年：整体目标${show(whole)}，而各地目标${above ? '最高' : '最低'}为${show(nearest)}，整体不可能在其${above ? '上' : '下'}，请核对。`,
        en: `${whole.name.en}, ${whole.year}: the whole's target ${show(whole)} lies ${above ? 'above the highest' : 'below the lowest'} of its parts (${show(nearest)}).`,
      },
      { expected: nearest.value, found: whole.value },
    ),
  ]
}
