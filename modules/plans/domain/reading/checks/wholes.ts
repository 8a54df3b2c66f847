import type { Paragraph, Quantity } from './numbers.ts'

/** A whole and the numbers said to be among it: 共有30家,其中省级10家,市级20家. */
export interface Whole {
  whole: Quantity
  parts: Quantity[]
}

const AMONG = /其中/g

/** After a semicolon most texts turn to another thing; they go on with the parts when they say so or name the next level. */
const GOES_ON = /^(另?有|其余|国家|省|市|县|第?[一二三]产|第[一二三]产业|出口|进口|城镇|农村|男|女)/

/** A sum behind the parts is the whole of something, not one more part. */
const SUM = /(累计|总数|总量|合计|共计|总额)/

/** Every 其中 of the paragraph with the whole before it and the same-unit numbers behind it. */
export function findWholes({ text, quantities }: Paragraph): Whole[] {
  const found: Whole[] = []
  let next = 0
  for (const match of text.matchAll(AMONG)) {
    while (next < quantities.length && quantities[next]!.at < match.index) next++
    const first = quantities[next]
    const whole = first && findWhole(quantities, first)
    if (!whole || !startsParts(text, match.index, whole, first)) continue
    const parts: Quantity[] = []
    for (const part of quantities.slice(next, next + 12)) {
      if (part.sentence !== first.sentence || text.slice(match.index + 2, part.at).includes('其中')) break
      if (SUM.test(part.label)) break
      if (isRemark(part) && part.unit !== whole.unit) continue
      if (part.segment !== first.segment && (!GOES_ON.test(part.label) || part.label.length > 8)) break
      if (part.unit !== whole.unit) break
      parts.push(part)
    }
    if (parts.length > 0) found.push({ whole, parts })
  }
  return found
}

/** The number before 其中, past remarks on it such as 增长21.3%. */
function findWhole(quantities: Quantity[], first: Quantity): Quantity | undefined {
  return quantities
    .slice(Math.max(0, first.index - 3), first.index)
    .reverse()
    .find((quantity) => !isRemark(quantity) || quantity.unit === first.unit)
}

/** The part stands in the very clause of 其中: further on the text may speak of something else (其中甲公司…,投入12亿元). */
function startsParts(text: string, among: number, whole: Quantity, first: Quantity): boolean {
  if (whole.unit !== first.unit || first.clause - whole.clause > 4) return false
  if (/[^中],/.test(text.slice(among, first.at))) return false
  const gap = text.slice(whole.at, among)
  return !/[。!?]/.test(gap) || (/[。!?]$/.test(gap) && first.sentence - whole.sentence === 1)
}

function isRemark({ unit }: Quantity): boolean {
  return unit === '%' || unit.endsWith('百分点')
}
