import { acrossFinding, amountOfFact, groupFacts, plainUnit, show } from './across-note.ts'
import type { AcrossCheck, StatedFact } from './check-across.ts'
import { intervalOf, meets } from './tolerance.ts'
import { asWritten } from './written-value.ts'

/**
 * One indicator, region, year and kind with two values in two papers. Baselines and achieved values are one kind: both
 * say what was. Increases and multiples are their own kinds; an estimate gives way to the later value without protest.
 */
export function checkTwoPapers(facts: StatedFact[]): AcrossCheck[] {
  const groups = groupFacts(facts, (fact) => {
    if (fact.year === null || fact.estimate || fact.value2 !== null) return null
    const tense = fact.kind === 'target' ? 'target' : 'actual'
    const measure = fact.comparator === 'inc' || fact.comparator === 'mul' ? fact.comparator : 'level'
    return [
      fact.regionId,
      fact.indicatorId,
      fact.year,
      fact.startYear,
      fact.perYear,
      tense,
      measure,
      plainUnit(fact),
    ].join('|')
  })
  const checks: AcrossCheck[] = []
  for (const group of groups.values()) {
    const [first, ...others] = group
    for (const other of others)
      if (first && first.document.id !== other.document.id) checks.push(compareFacts(first, other))
  }
  return [...checks, ...checkTwoDates(facts)]
}

/** One target with one value, dated differently by two papers; small and round values agree by chance as easily. */
function checkTwoDates(facts: StatedFact[]): AcrossCheck[] {
  const targets = groupFacts(facts, (fact) => {
    if (fact.kind !== 'target' || fact.year === null || fact.value2 !== null || fact.perYear) return null
    return [fact.regionId, fact.indicatorId, amountOfFact(fact), fact.comparator === 'inc', plainUnit(fact)].join('|')
  })
  const checks: AcrossCheck[] = []
  for (const [first, ...others] of targets.values()) {
    const other = others.find(({ document, year }) => document.id !== first?.document.id && year !== first?.year)
    if (!first || !other || amountOfFact(first) < 20) continue
    checks.push(
      acrossFinding(
        'repeated',
        'contradicts',
        [first, other],
        `${first.year} ≠ ${other.year}`,
        {
          zh: `“${first.name.zh}”目标${show(first)}：《${first.document.title.zh}》定于${first.year}年，《${other.document.title.zh}》定于${other.year}年，请核对以何者为准。`,
          en: `${first.name.en}, target ${show(first)}: "${first.document.title.en}" sets it for ${first.year}, "${other.document.title.en}" for ${other.year}; find out which stands.`,
        },
        { expected: first.year, found: other.year },
      ),
    )
  }
  return checks
}

function compareFacts(a: StatedFact, b: StatedFact): AcrossCheck {
  const equal = amountOfFact(a) === amountOfFact(b)
  const result = equal ? 'holds' : agree(a, b) ? 'holds-after-rounding' : 'contradicts'
  const verdict =
    result === 'contradicts'
      ? { zh: '不一致，请核对两份原件', en: 'check both originals' }
      : { zh: '一致', en: 'they agree' }
  return acrossFinding(
    'repeated',
    result,
    [a, b],
    `${show(a)} ${equal ? '=' : result === 'contradicts' ? '≠' : '≈'} ${show(b)}`,
    {
      zh: `“${a.name.zh}”${a.year}年：《${a.document.title.zh}》为${show(a)}，《${b.document.title.zh}》为${show(b)}，${verdict.zh}。`,
      en: `${a.name.en}, ${a.year}: "${a.document.title.en}" says ${show(a)}, "${b.document.title.en}" says ${show(b)}; ${verdict.en}.`,
    },
    { expected: a.value, found: b.value },
  )
}

/** Two bounds in one direction state two targets; a bound and a value agree when the value lies within. */
function agree(a: StatedFact, b: StatedFact): boolean {
  const [x, y] = [a, b].map((fact) => asWritten(fact.value, fact.unit, fact.comparator))
  if (!x || !y) return false
  if (x.exactness !== y.exactness) return meets(intervalOf(x), intervalOf(y))
  if (x.scale === y.scale && x.decimals === y.decimals && x.exactness === 'plain') return false
  return meets(intervalOf({ ...x, exactness: 'plain' }), intervalOf({ ...y, exactness: 'plain' }))
}
