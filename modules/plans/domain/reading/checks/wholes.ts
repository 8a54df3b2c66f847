import type { Paragraph, Quantity } from './numbers.ts'

/** A whole and the numbers said to be among it: 共有30家,其中省级10家,市级20家. */
export interface Whole {
  whole: Quantity
  parts: Quantity[]
}

const AMONG = /其中/g

/** Every 其中 of the paragraph with the whole before it and the same-unit numbers behind it. */
export function findWholes({ text, quantities }: Paragraph): Whole[] {
  const found: Whole[] = []
  let next = 0
  for (const match of text.matchAll(AMONG)) {
    while (next < quantities.length && quantities[next]!.at < match.index) next++
    const whole = quantities[next - 1]
    const first = quantities[next]
    if (!whole || !first || /[。!?]/.test(text.slice(whole.at, match.index))) continue
    // The part stands in the very clause of 其中: further on the text may speak of something else (其中甲公司…,投入12亿元).
    if (first.clause - whole.clause > 2 || /[^中],/.test(text.slice(match.index, first.at))) continue
    const parts: Quantity[] = []
    for (const part of quantities.slice(next, next + 12)) {
      if (part.sentence !== first.sentence) break
      if (part.unit === whole.unit) {
        if (text.slice(match.index + 2, part.at).includes('其中')) break
        parts.push(part)
      } else if (part.unit !== '%' && parts.length > 0) break
    }
    if (parts.length > 0) found.push({ whole, parts })
  }
  return found
}
