import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { isIncrease, isTotal, nounOf } from './words.ts'

/** Words that say how a number moved or is shared, not what it counts: they name nothing to recognise it by. */
const GENERIC =
  /(同比|环比|增长率|增长|增幅|增速|下降|减少|提高|上升|占比|比重|比例|幅度|占全省|占全国|占全市|占|比上年|比|投资额|总投资|投资|补助|奖励|资金|每家|每人|每项|每)/g

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
    const own = nounOf(quantity).replace(GENERIC, '')
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

/** The name is long enough to mean one thing in a document. */
export function isSpecific(mention: Mention): boolean {
  return mention.key.indexOf('|') > 3
}

/** Three digits that are not a round number seldom agree by chance. */
export function isDistinctive(quantity: Quantity): boolean {
  const digits = `${amountOf(quantity) / quantity.scale}`.replace('.', '').replace(/0+$/, '').replace(/^0+/, '')
  return digits.length >= 3
}

function speaksOfPlans(paragraph: Paragraph, quantity: Quantity): boolean {
  const words = paragraph.text.slice(Math.max(0, quantity.clauseAt - 60, quantity.at - 120), quantity.at)
  return /(力争|确保|争取|目标|到20\d\d年)[^。]*$/.test(words)
}
