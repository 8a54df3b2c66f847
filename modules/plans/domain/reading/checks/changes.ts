import type { Paragraph, Quantity } from './numbers.ts'
import { nounOf } from './words.ts'

/** One value going over into another: 从120家增加到150家, or 150家(上年为120家), or 150家,比上年的120家增长…. */
export interface Change {
  from: Quantity
  to: Quantity
  /** Which way the words say it went, when they do. */
  direction: 'up' | 'down' | null
}

const ARROW =
  /(增加|增长|提高|提升|扩大|上升|攀升|跃升|发展|扩展|扩容|下降|减少|压减|压缩|降低|缩短|精简|增|降|减)了?(?:到|至|为)(?:了)?(?:\d{4}年[底末]?的?)?$/
const ORIGIN = /(从|由|将|把|自)/
const COMPARED = /(比|较)(?:上年|去年|前一年|上一年|\d{4}年)(?:同期|[底末])?的?$/
const ASIDE = /^(?:上年|去年|前一年|\d{4}年)(?:同期|[底末])?为?$/

/** All changes whose two ends stand in the paragraph. */
export function findChanges({ text, quantities }: Paragraph): Change[] {
  const changes: Change[] = []
  for (const quantity of quantities) {
    const lastYear = findLastYear(quantities, quantity)
    if (lastYear) changes.push({ from: lastYear, to: quantity, direction: null })
    const before = quantities[quantity.index - 1]
    if (!before || before.unit !== quantity.unit || before.sentence !== quantity.sentence) continue
    if (ARROW.test(quantity.label) && quantity.clause - before.clause <= 1 && originOf(text, before)) {
      changes.push({ from: before, to: quantity, direction: directionOf(quantity.label) })
    } else if (COMPARED.test(quantity.label) && quantity.clause - before.clause === 1) {
      changes.push({ from: quantity, to: before, direction: null })
    } else if (quantity.bracketed && ASIDE.test(quantity.label) && quantity.clause === before.clause) {
      changes.push({ from: quantity, to: before, direction: null })
    }
  }
  return changes
}

function originOf(text: string, from: Quantity): boolean {
  return ORIGIN.test(text.slice(Math.max(from.clauseAt, from.at - 40), from.at))
}

/** The same thing a year on, named by its year alone (2021年102亿元,…;2022年达118亿元) or by 去年 and 今年. */
function findLastYear(quantities: Quantity[], quantity: Quantity): Quantity | null {
  const before = quantities[quantity.index - 1]
  const thisYear = /(今年|本年|当年)/.test(quantity.label)
  if (thisYear && before?.year === -1 && before.unit === quantity.unit && before.sentence === quantity.sentence) {
    return nounOf(before) === nounOf(quantity) ? before : null
  }
  if (!quantity.year || quantity.year < 0 || !/^20\d\d年(?:达|达到|为|约)?$/.test(quantity.label)) return null
  const earlier = quantities
    .slice(Math.max(0, quantity.index - 3), quantity.index)
    .find((q) => q.year === quantity.year! - 1 && q.sentence === quantity.sentence)
  return earlier && earlier.unit === quantity.unit ? earlier : null
}

function directionOf(label: string): 'up' | 'down' | null {
  const verb = ARROW.exec(label)?.[1] ?? ''
  if (/(降|减|压|缩|精简)/.test(verb)) return 'down'
  return /(增|提高|提升|扩大|升)/.test(verb) ? 'up' : null
}

/** The numbers that may comment on a change: those behind it in the same sentence, at most three clauses on. */
export function remarksOn({ quantities }: Paragraph, { from, to }: Change): Quantity[] {
  const last = from.index > to.index ? from : to
  const remarks: Quantity[] = []
  for (const quantity of quantities.slice(last.index + 1, last.index + 5)) {
    if (quantity.sentence !== last.sentence || quantity.segment !== last.segment) break
    if (quantity.clause - last.clause > 3) break
    remarks.push(quantity)
  }
  return remarks
}
