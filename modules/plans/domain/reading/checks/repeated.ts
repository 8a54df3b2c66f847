import type { Check } from '../model.ts'
import { finding, term } from './note.ts'
import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { intervalOf, meets } from './tolerance.ts'
import { isIncrease, isTotal, nounOf } from './words.ts'

/** One mention of a number that can be looked for again elsewhere. */
interface Mention {
  quantity: Quantity
  paragraph: number
  /** Role, thing and unit: what must be the same for two mentions to be the same figure. */
  key: string
  target: boolean
}

/** How far from a mention its corroborating neighbours may stand, in clauses. */
const NEAR = 6
/** Mentions of one key beyond this number are a table or a refrain, not the same figure said again. */
const MANY = 12

/**
 * The same figure said in two paragraphs. Words alone are weak evidence (each district has its 新增孵化器), so two
 * mentions count as one figure only when their neighbours agree too: other figures close by with the same key and the
 * same distinctive value.
 */
export function checkRepeated(paragraphs: Paragraph[]): Check[] {
  const mentions = paragraphs.map(readMentions)
  const checks: Check[] = []
  const byKey = new Map<string, Mention[]>()
  for (const mention of mentions.flat()) push(byKey, mention.key, mention)
  for (const group of byKey.values()) {
    if (group.length < 2 || group.length > MANY) continue
    for (const [a, b] of pairs(group)) {
      if (a.paragraph === b.paragraph || a.target !== b.target) continue
      const check = compareMentions(a, b, corroboration(a, b, mentions))
      if (check) checks.push(check)
    }
  }
  return checks
}

function readMentions(paragraph: Paragraph, index: number): Mention[] {
  const mentions: Mention[] = []
  const targets = new Map<number, boolean>()
  let noun = ''
  let sentence = -1
  for (const quantity of paragraph.quantities) {
    if (!quantity.unit || quantity.unit === '年' || quantity.unit === '天') continue
    if (quantity.sentence !== sentence) noun = ''
    sentence = quantity.sentence
    if (!targets.has(sentence)) targets.set(sentence, speaksOfPlans(paragraph, quantity))
    const own = nounOf(quantity)
    // 累计192家 after 新增孵化器73家 still counts 孵化器.
    if (own.length > 1) noun = own
    const role = isIncrease(quantity) ? '+' : isTotal(quantity) && own.length < 2 ? '=' : ''
    const thing = own.length > 1 ? own : role ? noun : ''
    if (!thing && !role) continue
    mentions.push({
      quantity,
      paragraph: index,
      key: `${role}${thing}|${quantity.unit}`,
      target: targets.get(sentence)!,
    })
  }
  return mentions
}

function speaksOfPlans(paragraph: Paragraph, quantity: Quantity): boolean {
  const words = paragraph.text.slice(Math.max(0, quantity.clauseAt - 60), quantity.at)
  return /(力争|确保|争取|计划到|目标|到20\d\d年)[^。]*$/.test(words)
}

function compareMentions(a: Mention, b: Mention, support: number): Check | null {
  const [x, y] = [a.quantity, b.quantity]
  if (support < 2) return null
  const same = meets(intervalOf(x), intervalOf(y))
  const years = [x.year, y.year].filter((year) => year !== null)
  const dates = years.length === 2 && years[0] !== years[1]
  if (dates) return same && isDistinctive(x) && amountOf(x) === amountOf(y) ? twoDates(x, y) : null
  if (years.length === 1 && !same) return null
  if (same) {
    const equal = amountOf(x) === amountOf(y)
    return finding(
      'repeated',
      equal ? 'holds' : 'holds-after-rounding',
      [x, y],
      `${term(x)} = ${term(y)}`,
      {
        zh: `同一数字两处出现(“${x.written}”、“${y.written}”),一致。`,
        en: `The same figure in two places ("${x.written}", "${y.written}") agrees.`,
      },
      { expected: x.value, found: y.value },
    )
  }
  return finding(
    'repeated',
    'contradicts',
    [x, y],
    `${term(x)} ≠ ${term(y)}`,
    {
      zh: `同一数字前后不一:前文“${x.written}”,后文“${y.written}”,请核对原件。`,
      en: `The same figure is given twice with different values, "${x.written}" and "${y.written}": check the original.`,
    },
    { expected: x.value, found: y.value },
  )
}

function twoDates(x: Quantity, y: Quantity): Check {
  return finding('repeated', 'contradicts', [x, y], `${x.year} ≠ ${y.year}`, {
    zh: `同一数字“${x.written}”前文记为${x.year}年,后文记为${y.year}年,请核对原件。`,
    en: `The same figure "${x.written}" is dated ${x.year} in one place and ${y.year} in another: check the original.`,
  })
}

/** Points for neighbours that say the same: two for a distinctive number, one for a small one. */
function corroboration(a: Mention, b: Mention, mentions: Mention[][]): number {
  const around = (mention: Mention) =>
    mentions[mention.paragraph]!.filter(
      (other) =>
        other !== mention &&
        Math.abs(other.quantity.clause - mention.quantity.clause) <= NEAR &&
        Math.abs(other.quantity.sentence - mention.quantity.sentence) <= 1,
    )
  const others = around(b)
  let points = 0
  for (const neighbour of around(a)) {
    const twin = others.find((other) => alike(neighbour, other))
    if (twin) points += isDistinctive(neighbour.quantity) ? 2 : 1
  }
  return points
}

function alike(a: Mention, b: Mention): boolean {
  if (amountOf(a.quantity) !== amountOf(b.quantity)) return false
  return a.key === b.key || (isDistinctive(a.quantity) && a.quantity.unit === b.quantity.unit && related(a, b))
}

function related(a: Mention, b: Mention): boolean {
  const [x, y] = [a.key.split('|')[0]!, b.key.split('|')[0]!]
  return x.endsWith(y.slice(-2)) || y.endsWith(x.slice(-2))
}

/** Three digits that are not a round number seldom agree by chance. */
function isDistinctive(quantity: Quantity): boolean {
  const digits = quantity.written.replace(/[^\d]/g, '').replace(/0+$/, '').replace(/^0+/, '')
  return digits.length >= 3 || (digits.length === 2 && quantity.decimals > 0)
}

function* pairs<T>(items: T[]): Generator<[T, T]> {
  for (let a = 0; a < items.length; a++) for (let b = a + 1; b < items.length; b++) yield [items[a]!, items[b]!]
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
