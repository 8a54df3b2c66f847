import { isDistinctive, isNamed, type Mention } from './mentions.ts'
import { amountOf } from './numbers.ts'
import { isCount } from './tolerance.ts'

/** Two mentions in two paragraphs that agree in name and value, a sign that the passage is told twice. */
export interface Anchor {
  a: Mention
  b: Mention
  /** The value is no small or round number. */
  distinctive: boolean
  /** They agree in name too, not in the value alone. */
  named: boolean
}

/** A value met more often than this is a refrain or a table, not a passage told twice. */
const MANY = 8

/** Anchors grouped by pair of paragraphs; pairs without any are never compared, which keeps the work linear. */
export function findAnchors(mentions: Mention[][]): Anchor[][] {
  const groups = new Map<string, Mention[]>()
  for (const mention of mentions.flat()) {
    const amount = amountOf(mention.quantity)
    if (isNamed(mention)) push(groups, `${mention.key}|${amount}`, mention)
    // The same distinctive count of other things (家 here, 项 there) is a sign too.
    if (isDistinctive(mention.quantity) && isCount(mention.quantity.unit)) push(groups, `any|${amount}`, mention)
  }
  const byPair = new Map<string, Map<string, Anchor>>()
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > MANY) continue
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const [a, b] = [group[i]!, group[j]!]
        if (a.paragraph === b.paragraph) continue
        const pair = `${a.paragraph}|${b.paragraph}`
        const anchors = byPair.get(pair) ?? new Map<string, Anchor>()
        byPair.set(pair, anchors)
        anchors.set(`${a.quantity.start}|${b.quantity.start}`, {
          a,
          b,
          distinctive: isDistinctive(a.quantity),
          named: a.key === b.key,
        })
      }
    }
  }
  return [...byPair.values()].map((anchors) => [...anchors.values()])
}

function push(groups: Map<string, Mention[]>, key: string, mention: Mention): void {
  const group = groups.get(key)
  if (group) group.push(mention)
  else groups.set(key, [mention])
}
