import { clauseEnd, clauseStart } from './clauses.ts'
import type { Part } from './outline.ts'
import type { Quantity } from './quantities.ts'

/** The words around a number, within its clause. */
export interface Surroundings {
  /** Where the clause begins, where the number's own item in it begins, and where its item ends. */
  opening: number
  itemStart: number
  stop: number
  /** From the start of the item up to the comparator. */
  head: string
  /** The whole clause before the number. */
  clause: string
  /** From the end of the number to the end of its item. */
  tail: string
  /** Of what was, rather than of what shall be. */
  past: boolean
  /** A count follows in the same clause: the number before it may only size what is counted. */
  countAhead: boolean
  /** The item ends with its clause. */
  closed: boolean
  /** A rank follows in the same sentence: the number may only size the field. */
  rankAhead: boolean
}

/** Where a quotation that the number stands in begins: 新增“技术经理人达到300人”指标 quotes a target. */
function openQuote(text: string, at: number): number {
  const quote = text.lastIndexOf('“', at)
  return quote >= 0 && at - quote < 40 && !text.slice(quote, at).includes('”') ? quote + 1 : 0
}

/** Looks around a number; its neighbours bound its item. */
export function lookAround(
  text: string,
  quantity: Quantity,
  before: Quantity | null,
  after: Quantity | null,
  part: Part,
): Surroundings {
  const opening = Math.max(clauseStart(text, quantity.start), openQuote(text, quantity.start))
  const itemStart = before && before.end > opening && before.end <= quantity.start ? before.end : opening
  const closing = clauseEnd(text, quantity.end)
  const next = after && after.start >= quantity.end ? after.start : closing
  const pause = text.slice(quantity.end, closing).indexOf('、')
  const stop = Math.min(closing, next, pause < 0 ? closing : quantity.end + pause)
  return {
    opening,
    itemStart,
    stop,
    head: text.slice(itemStart, quantity.start),
    clause: text.slice(opening, quantity.start),
    tail: text.slice(quantity.end, stop),
    past: part.voice !== 'target',
    countAhead: after?.unitClass === 'count' && after.start < closing,
    closed: stop === closing,
    rankAhead: after?.unitClass === 'place' && after.start < clauseEnd(text, quantity.end, '。;!?\n'),
  }
}
