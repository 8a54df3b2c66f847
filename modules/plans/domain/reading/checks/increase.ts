import type { Check } from '../model.ts'
import { compare, finding, round, term } from './note.ts'
import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { type Interval, intervalOf, isCount, minus, plus } from './tolerance.ts'
import { isBase, isIncrease, isTotal, mayLeave, nounOf } from './words.ts'

/** An increase and the total that it led to, said in one breath: 新增73家,累计192家. */
export interface IncreasePair {
  increase: Quantity
  total: Quantity
}

/** Pairs of an increase and the total after it in one paragraph. */
export function findIncreasePairs({ text, quantities }: Paragraph): IncreasePair[] {
  const pairs: IncreasePair[] = []
  const lastByUnit = new Map<string, Quantity>()
  for (const quantity of quantities) {
    if (isBase(quantity)) continue
    const increase = lastByUnit.get(quantity.unit)
    lastByUnit.delete(quantity.unit)
    if (isIncrease(quantity)) lastByUnit.set(quantity.unit, quantity)
    else if (increase && isTotal(quantity) && belongTogether(increase, quantity, text)) {
      pairs.push({ increase, total: quantity })
    }
  }
  return pairs
}

/** Last year's total plus the increase, an increase above its total, and deductions (减去, 扣除). */
export function checkIncrease(paragraph: Paragraph): Check[] {
  return [...findIncreasePairs(paragraph).flatMap((pair) => checkPair(paragraph, pair)), ...checkDeductions(paragraph)]
}

function belongTogether(increase: Quantity, total: Quantity, text: string): boolean {
  if (!increase.unit || increase.unit === '%' || total.sentence - increase.sentence > 1) return false
  const noun = nounOf(total)
  // A longer name may be a narrower thing: 新增专利500件,有效发明专利400件.
  if (total.sentence === increase.sentence) return nounOf(increase).endsWith(noun)
  // Across a full stop only when the next sentence opens with the total and names nothing new.
  return noun === '' && /[。!?]\s*(累计|总数)[^,。]*$/.test(text.slice(Math.max(0, total.at - 12), total.at))
}

function checkPair({ quantities }: Paragraph, { increase, total }: IncreasePair): Check[] {
  if (isCount(total.unit) && increase.exactness === 'plain' && intervalOf(increase).low > intervalOf(total).high) {
    const formula = `${term(increase)} > ${term(total)}`
    return [
      finding('increase', 'contradicts', [increase, total], formula, {
        zh: `新增数“${increase.written}”大于累计数“${total.written}”，两者必有一误，请核对原件。`,
        en: `The increase "${increase.written}" is larger than the total "${total.written}": one of them is wrong, check the original.`,
      }),
    ]
  }
  const base = quantities
    .slice(total.index + 1, total.index + 3)
    .find(
      (other) =>
        other.unit === total.unit &&
        other.sentence === total.sentence &&
        isBase(other) &&
        /(总数|总量|累计|保有量|存量|年[底末]?$|上年[底末]?的?$|去年[底末]?的?$)/.test(other.label),
    )
  if (!base) return []
  const expected = amountOf(base) + amountOf(increase)
  return [
    compare({
      kind: 'increase',
      inputs: [base, increase],
      stated: total,
      expected,
      range: withLeaving(increase, base, plus(intervalOf(base), intervalOf(increase))),
      formula: `${term(base)} + ${term(increase)}`,
      zh: '上年总数加本年净增应为累计数',
      en: "Last year's total plus the increase should be the new total",
    }),
  ]
}

/** Where things may leave, any total between the old one and the full sum is possible. */
function withLeaving(increase: Quantity, base: Quantity, full: Interval): Interval {
  return mayLeave(increase) ? { low: intervalOf(base).low, high: full.high } : full
}

function checkDeductions({ quantities }: Paragraph): Check[] {
  const checks: Check[] = []
  for (const taken of quantities) {
    const leaves = /(淘汰|取消|注销|退出|核减|摘牌|减少)/.test(taken.label)
    if (!leaves && !/(减去|扣除|剔除|减掉)/.test(taken.label)) continue
    const from = quantities.slice(Math.max(0, taken.index - 4), taken.index).reverse()
    const whole = from.find((other) => other.unit === taken.unit && other.sentence === taken.sentence)
    const left = quantities[taken.index + 1]
    if (!whole || !left || left.unit !== taken.unit || left.sentence !== taken.sentence) continue
    if (leaves && !/^净增/.test(left.label)) continue
    if (!/(净增|净|实际|剩余?|尚有|余|为|有)/.test(left.label)) continue
    checks.push(
      compare({
        kind: 'increase',
        inputs: [whole, taken],
        stated: left,
        expected: round(amountOf(whole) - amountOf(taken)),
        range: minus(intervalOf(whole), intervalOf(taken)),
        formula: `${term(whole)} - ${term(taken)}`,
        zh: '减去扣除数后应为所余数',
        en: 'What is left after the deduction should be the stated rest',
      }),
    )
  }
  return checks
}
