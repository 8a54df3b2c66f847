import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { isIncrease, isTotal, nounOf } from './words.ts'

/** One mention of a number that can be looked for again elsewhere in the document. */
export interface Mention {
  quantity: Quantity
  paragraph: number
  /** Role, thing and unit: what must be the same for two mentions to be the same figure. */
  key: string
  /** The sentence speaks of what is to come. */
  target: boolean
}

/** The mentions of one paragraph; `index` is its number in the document. */
export function readMentions(paragraph: Paragraph, index: number): Mention[] {
  const mentions: Mention[] = []
  let increased = ''
  let sentence = -1
  for (const quantity of paragraph.quantities) {
    if (!quantity.unit || quantity.unit === '年' || quantity.unit === '天') continue
    if (quantity.sentence !== sentence) increased = ''
    sentence = quantity.sentence
    const own = nounOf(quantity)
    const named = own.length > 1
    const role = isIncrease(quantity) ? '+' : isTotal(quantity) && !named ? '=' : ''
    if (role === '+') increased = own
    // 累计192家 after 新增孵化器73家 still counts 孵化器.
    const thing = named ? own : role === '=' ? increased : ''
    const key = `${role}${thing}|${quantity.unit}`
    mentions.push({ quantity, paragraph: index, key, target: speaksOfPlans(paragraph, quantity) })
  }
  return mentions
}

/** Whether the key names something, if only the role of a running total. */
export function isNamed(mention: Mention): boolean {
  return !mention.key.startsWith('|')
}

/** Three digits that are not a round number seldom agree by chance. */
export function isDistinctive(quantity: Quantity): boolean {
  const digits = `${amountOf(quantity) / quantity.scale}`.replace('.', '').replace(/0+$/, '').replace(/^0+/, '')
  return digits.length >= 3
}

function speaksOfPlans(paragraph: Paragraph, quantity: Quantity): boolean {
  const words = paragraph.text.slice(Math.max(0, quantity.clauseAt - 60), quantity.at)
  return /(力争|确保|争取|目标|到20\d\d年)[^。]*$/.test(words)
}
