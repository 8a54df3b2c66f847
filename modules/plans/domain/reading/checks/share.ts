import type { Check } from '../model.ts'
import { compare, finding, placesOf, round, term } from './note.ts'
import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { intervalOf, isCount, isExact, over } from './tolerance.ts'
import { findWholes } from './wholes.ts'
import { clauseBefore, nounOf, sharesWords, textBetween } from './words.ts'

/** What is shared out here is not counted in the units of the part: 企业30家,占工业总产值的78%. */
const OTHER_MEASURE = /(产值|收入|增加值|投资|额|营收|税收|利润|产量|面积|用电|经费|贷款|资金|存款|投入)/

/** Largest whole for which the search for a whole number is worth while: beyond it every share fits some whole. */
const LARGEST_WHOLE = 5000

/** Percentages said to be a part of a whole, and rates such as 通过率, against the two counts. */
export function checkShares(paragraph: Paragraph): Check[] {
  const wholes = new Map<Quantity, Quantity>()
  for (const { whole, parts } of findWholes(paragraph)) for (const part of parts) wholes.set(part, whole)
  return paragraph.quantities.flatMap((share) => {
    if (share.unit !== '%') return []
    const check = checkShare(paragraph, share, wholes) ?? checkRate(paragraph, share)
    return check ? [check] : []
  })
}

function checkShare(paragraph: Paragraph, share: Quantity, wholes: Map<Quantity, Quantity>): Check | null {
  const claim = /(占比|占)([^占,。]*)$/.exec(clauseBefore(paragraph, share))
  if (!claim || /(合计|分别|均|各|之和|提高|提升|下降|比上年)/.test(clauseBefore(paragraph, share))) return null
  const part = paragraph.quantities[share.index - 1]
  if (!part || part.sentence !== share.sentence || !part.unit || part.unit === '%') return null
  // 企业30家,产值占全市的15%: the share is of something else unless the clause opens with 占.
  if (
    !/(^|[,(、])(数量|数|约|仅|已|就)*占[^,(、]*$/.test(textBetween(paragraph, part, share)) &&
    part.clause !== share.clause
  )
    return null
  const of = claim[2]!.replace(/[的为达到近约超过()\s]/g, '')
  if (isCount(part.unit) && OTHER_MEASURE.test(of)) return null
  if (claim[0].includes(part.written)) return checkInClause(paragraph, share, part)
  if (share.clause - part.clause > 1) return null
  const whole = wholes.get(part)
  if (whole && speaksOf(of, whole, part)) return quotient(part, wholeThatFits(paragraph, part, whole, share), share)
  return of ? checkWholeNumber(paragraph, part, share) : null
}

/** 其中规上200家,占40%,上市20家,占10%: the second share may be of the first part; the whole named is tried first. */
function wholeThatFits({ quantities }: Paragraph, part: Quantity, whole: Quantity, share: Quantity): Quantity {
  const others = quantities.slice(whole.index + 1, part.index).filter((other) => other.unit === part.unit)
  const fits = (of: Quantity) => quotient(part, of, share).result !== 'contradicts'
  return fits(whole) ? whole : (others.find(fits) ?? whole)
}

/** 占全部95项的69%: the whole stands inside the clause, the part before it. */
function checkInClause({ quantities }: Paragraph, share: Quantity, whole: Quantity): Check | null {
  const part = quantities[whole.index - 1]
  if (!part || part.unit !== whole.unit || part.sentence !== share.sentence) return null
  return share.clause - part.clause <= 1 && amountOf(part) <= amountOf(whole) ? quotient(part, whole, share) : null
}

/** Whether "占X" means the whole named before 其中, not another population (全省, or the part's own kind). */
function speaksOf(of: string, whole: Quantity, part: Quantity): boolean {
  if (of === '' || /^(总数|总量|总额|总|全部|比重|比例|比)$/.test(of)) return true
  if (/(全省|全国|全市|全球|全区|全县|本市|地区)/.test(of)) return false
  const kind = of.replace(/(总数|总量|总额|总|项目数|数量|数)$/, '')
  if (sharesWords(kind, nounOf(part)) || sharesWords(kind, part.after)) return false
  return [...kind].some((letter) => whole.label.includes(letter))
}

/** 推荐500家,通过400家,通过率80%: the rate's verb names its numerator. */
function checkRate({ quantities }: Paragraph, rate: Quantity): Check | null {
  const verb = /([\u4e00-\u9fa5]{2})率(达到|达|为|约|超过|超)*$/.exec(rate.label)?.[1]
  if (!verb || /(增长|增|税|利|均|比|效|概|汇|频)/.test(verb)) return null
  const [whole, part] = quantities.slice(Math.max(0, rate.index - 2), rate.index)
  if (!whole || !part || whole.unit !== part.unit || !isCount(part.unit)) return null
  if (whole.sentence !== rate.sentence || whole.segment !== rate.segment || rate.clause - part.clause > 1) return null
  if (!part.label.includes(verb) || whole.label.includes(verb)) return null
  return quotient(part, whole, rate)
}

function quotient(part: Quantity, whole: Quantity, share: Quantity): Check {
  const range = over(intervalOf(part), intervalOf(whole))
  return compare({
    kind: 'share',
    inputs: [whole, part],
    stated: share,
    expected: (amountOf(part) / amountOf(whole)) * 100,
    range: { low: range.low * 100, high: range.high * 100 },
    formula: `${term(part)} ÷ ${term(whole)} × 100`,
    zh: '部分除以总数算占比',
    en: 'The share as part over whole',
  })
}

/**
 * 16人,占全省94.1%: the whole is not given, yet it is a whole number of people. Only 17 fits; had the text said 15,
 * no number would.
 */
function checkWholeNumber({ quantities }: Paragraph, part: Quantity, share: Quantity): Check | null {
  const value = amountOf(part)
  if (!isExact(part) || !isCount(part.unit) || share.exactness !== 'plain' || share.value <= 0) return null
  const { low, high } = intervalOf(share)
  if (value / (low / 100) > LARGEST_WHOLE || share.value > 100) return null
  const before = quantities[part.index - 1]
  const joined = before && before.unit === part.unit && before.clause === part.clause ? amountOf(before) : 0
  const fits = (count: number) => Math.floor((count * 100) / low + 1e-9) >= Math.ceil((count * 100) / high - 1e-9)
  const guess = Math.round((value * 100) / share.value)
  if (fits(value)) {
    const computed = round((value / guess) * 100)
    return finding(
      'share',
      'holds-after-rounding',
      placesOf([part, share]),
      `${value} ÷ ${guess} × 100 ≈ ${computed}`,
      {
        zh: `“${part.written}”占“${share.written}”，总数应为${guess}左右的整数，可以成立。`,
        en: `"${part.written}" can be "${share.written}" of a whole number near ${guess}.`,
      },
      { expected: computed, found: share.value },
    )
  }
  if (joined && fits(value + joined)) return null
  return finding(
    'share',
    'contradicts',
    placesOf([part, share]),
    `${value} ÷ n × 100 ≠ ${share.value}`,
    {
      zh: `“${part.written}”占“${share.written}”，但没有任何整数总数能得出这一比例(${value} ÷ ${guess} = ${round((value / guess) * 100)}%)，请核对原件。`,
      en: `"${part.written}" cannot be "${share.written}" of any whole number (${value} ÷ ${guess} = ${round((value / guess) * 100)}%): check the original.`,
    },
    { expected: round((value / guess) * 100), found: share.value },
  )
}
