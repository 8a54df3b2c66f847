import type { Check } from '../model.ts'
import { type Change, findChanges, remarksOn } from './changes.ts'
import { findIncreasePairs } from './increase.ts'
import { compare, finding, term } from './note.ts'
import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { type Interval, intervalOf, minus, over, plus } from './tolerance.ts'
import { mayLeave } from './words.ts'

const RATE =
  /^,?(同比|比上年|较上年|比去年|较去年|共|总体|整体|实现)*(增长率|增长速度|增长|增幅|增速|提高|上升|扩大|增加)(率|了|达到|达|为|约|近|超过|超)*$/
const FALL =
  /^(同比|比上年|较上年|共|总体|整体)*(减幅|降幅|下降|减少|压减|压缩|降低|缩短|精简)(比例|幅度|率|了|达到|达|为|约|近|超过|超)*$/
const YEARLY = /^(年均|年平均|平均每年|年均复合)(增长率|增长速度|增长|增速|增幅|递增)(了|达到|达|为|约)*$/
const DIFFERENCE = /^(净增加|净增|增加|提高|提升|上升|扩大|减少|压减|下降|降低|缩短)(了|达)?$/

/** Growth rates, differences and percentage points against the two values that they compare. */
export function checkGrowth(paragraph: Paragraph): Check[] {
  const fromChanges = findChanges(paragraph).flatMap((change) => [
    ...checkDirection(change),
    ...remarksOn(paragraph, change).flatMap((remark) => checkRemark(change, remark)),
  ])
  return [...fromChanges, ...checkIncreaseRates(paragraph), ...checkComparedRates(paragraph)]
}

/** 从50家增加到40家; ranks apart, which improve downwards. */
function checkDirection({ from, to, direction }: Change): Check[] {
  if (!direction || /^(位|名|第)$/.test(to.unit)) return []
  const [low, high] = direction === 'up' ? [from, to] : [to, from]
  if (intervalOf(low).low <= intervalOf(high).high) return []
  const formula = `${term(from)} → ${term(to)}`
  return [
    finding('growth', 'contradicts', [from, to], formula, {
      zh: `文中说由“${from.written}”${direction === 'up' ? '增至' : '减至'}“${to.written}”，方向与数字不符，请核对原件。`,
      en: `The text says it went ${direction} from "${from.written}" to "${to.written}", against the numbers: check the original.`,
    }),
  ]
}

function checkRemark(change: Change, remark: Quantity): Check[] {
  const { from, to } = change
  const label = remark.label.trim()
  const points = remark.unit.endsWith('百分点')
  if (points && to.unit === '%' && DIFFERENCE.test(label)) return [checkDifference(change, remark)]
  if (remark.unit === to.unit && to.unit !== '%' && DIFFERENCE.test(label)) return [checkDifference(change, remark)]
  if (remark.unit !== '%' || to.unit === '%' || amountOf(from) <= 0) return []
  // 从350亿元增长到520亿元,同比增长18%: over several years the rate of the last one is another matter.
  const lastYearOnly = /(同比|上年|去年)/.test(label) && change.direction !== null && to.year !== (from.year ?? 0) + 1
  if (lastYearOnly) return []
  if (RATE.test(label) && amountOf(to) > amountOf(from)) return [checkRate(from, to, remark, 1)]
  if (FALL.test(label) && amountOf(to) < amountOf(from)) return [checkRate(from, to, remark, -1)]
  const years = from.year && to.year && from.year > 0 ? to.year - from.year : 0
  if (YEARLY.test(label) && years > 1) return [checkYearly(from, to, remark, years)]
  return []
}

function checkDifference({ from, to }: Change, remark: Quantity): Check {
  const [high, low] = amountOf(to) >= amountOf(from) ? [to, from] : [from, to]
  return compare({
    kind: 'growth',
    inputs: [from, to],
    stated: remark,
    expected: amountOf(high) - amountOf(low),
    range: minus(intervalOf(high), intervalOf(low)),
    formula: `${term(high)} - ${term(low)}`,
    zh: '前后两数之差',
    en: 'The difference of the two values',
  })
}

function checkRate(from: Quantity, to: Quantity, stated: Quantity, sign: 1 | -1): Check {
  const ratio = over(intervalOf(to), intervalOf(from))
  const range = sign === 1 ? percent(ratio.low - 1, ratio.high - 1) : percent(1 - ratio.high, 1 - ratio.low)
  return compare({
    kind: 'growth',
    inputs: [from, to],
    stated,
    expected: sign * (amountOf(to) / amountOf(from) - 1) * 100,
    range,
    formula:
      sign === 1
        ? `(${term(to)} - ${term(from)}) ÷ ${term(from)} × 100`
        : `(${term(from)} - ${term(to)}) ÷ ${term(from)} × 100`,
    zh: sign === 1 ? '按前后两数算增长率' : '按前后两数算降幅',
    en: sign === 1 ? 'Growth from the two values' : 'Fall from the two values',
  })
}

function checkYearly(from: Quantity, to: Quantity, stated: Quantity, years: number): Check {
  const ratio = over(intervalOf(to), intervalOf(from))
  const root = (value: number) => Math.max(0, value) ** (1 / years)
  return compare({
    kind: 'growth',
    inputs: [from, to],
    stated,
    expected: (root(amountOf(to) / amountOf(from)) - 1) * 100,
    range: percent(root(ratio.low) - 1, root(ratio.high) - 1),
    formula: `((${term(to)} ÷ ${term(from)})^(1/${years}) - 1) × 100`,
    zh: `按${years}年复合增长算年均增速`,
    en: `Yearly growth compounded over ${years} years`,
  })
}

const MORE = /^(?:比|较)(?:上年|去年|前一年|\d{4}年)[底末]?(?:净增加|净增|增加|多|减少|少)了?$/

/** 35个,比上年增加12个,增长52.2%: last year's value is the total less the difference. */
function checkComparedRates({ quantities }: Paragraph): Check[] {
  const checks: Check[] = []
  for (const difference of quantities) {
    const [total, rate] = [quantities[difference.index - 1], quantities[difference.index + 1]]
    if (!MORE.test(difference.label) || !total || rate?.unit !== '%' || total.unit !== difference.unit) continue
    if (
      total.sentence !== rate.sentence ||
      difference.clause - total.clause !== 1 ||
      rate.clause - difference.clause !== 1
    )
      continue
    const fewer = /少/.test(difference.label)
    if (!(fewer ? FALL : RATE).test(rate.label) || total.exactness !== 'plain') continue
    const sign = fewer ? 1 : -1
    const base = amountOf(total) + sign * amountOf(difference)
    if (base <= 0) continue
    const bases = fewer
      ? plus(intervalOf(total), intervalOf(difference))
      : minus(intervalOf(total), intervalOf(difference))
    const ratio = over(intervalOf(difference), bases)
    checks.push(
      compare({
        kind: 'growth',
        inputs: [total, difference],
        stated: rate,
        expected: (amountOf(difference) / base) * 100,
        range: percent(ratio.low, ratio.high),
        formula: `${term(difference)} ÷ (${term(total)} ${fewer ? '+' : '-'} ${term(difference)}) × 100`,
        zh: '增减数除以上年数算增减幅',
        en: 'The change over what there was before',
      }),
    )
  }
  return checks
}

/** 新增73家,累计192家,增长61%: the base is the total less the increase. A rate before the total may mean the increase. */
function checkIncreaseRates(paragraph: Paragraph): Check[] {
  const checks: Check[] = []
  for (const { increase, total } of findIncreasePairs(paragraph)) {
    const rate = paragraph.quantities[total.index + 1]
    if (rate?.unit !== '%' || rate.sentence !== total.sentence || rate.clause - total.clause > 1) continue
    if (!RATE.test(rate.label) || increase.exactness !== 'plain' || total.exactness !== 'plain') continue
    const base = amountOf(total) - amountOf(increase)
    if (base <= 0) continue
    const bases = minus(intervalOf(total), intervalOf(increase))
    const ratio = over(intervalOf(increase), bases)
    // 同比 may compare this year's additions with last year's; and where things leave, growth may be any less.
    const low = mayLeave(increase) || /(同比|上年|去年)/.test(rate.label) ? 0 : ratio.low
    const high = /(同比|上年|去年)/.test(rate.label) ? Number.POSITIVE_INFINITY : ratio.high
    checks.push(
      compare({
        kind: 'growth',
        inputs: [increase, total],
        stated: rate,
        expected: (amountOf(increase) / base) * 100,
        range: percent(low, high),
        formula: `${term(increase)} ÷ (${term(total)} - ${term(increase)}) × 100`,
        zh: '新增数除以原有数算增长率',
        en: 'Growth as the increase over what there was before',
      }),
    )
  }
  return checks
}

function percent(low: number, high: number): Interval {
  return { low: low * 100, high: high * 100 }
}
