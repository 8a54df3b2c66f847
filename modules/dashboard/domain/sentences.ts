import type { Bilingual, Day } from '@opensti/kernel'
import { formatAmount, formatDate, formatNumber } from '@opensti/ui'

/** Facts about a target that lags, as the ledger gives them. */
export interface LaggingTarget {
  /** The figure and the target in words, with their times. */
  latest: Bilingual | null
  target: Bilingual
  unit: string
  gap: number | null
  expectedNow: number | null
  growth: { per: 'percent' | 'points'; needed: number | null; observed: number | null } | null
}

/** Why a target is red, in the words of its own numbers. */
export function whyTarget({ latest, target, unit, gap, expectedNow, growth }: LaggingTarget): Bilingual[] {
  const due = expectedNow === null ? null : amount(expectedNow, unit)
  const left = gap === null ? null : amountLeft(gap, unit)
  const now = latest && {
    zh: due ? `${latest.zh}，此时应到 ${due.zh}。` : `${latest.zh}。`,
    en: due ? `${latest.en}; ${due.en} were due by then.` : `${latest.en}.`,
  }
  const goal = {
    zh: left ? `目标${target.zh}，还差 ${left.zh}。` : `目标${target.zh}。`,
    en: left ? `Target ${target.en}; ${left.en} to go.` : `Target ${target.en}.`,
  }
  return [now, goal, growth && paceOf(growth)].filter((one) => one !== null)
}

/** What the rest of the way asks for, beside what was seen. */
function paceOf({ per, needed, observed }: NonNullable<LaggingTarget['growth']>): Bilingual | null {
  if (needed === null) return null
  const from = rate(needed, per)
  const wanted = {
    zh: `今后每年需${needed < 0 ? from.fall.zh : from.rise.zh} ${from.size.zh}`,
    en: `It has to ${needed < 0 ? 'fall' : 'rise'} by ${from.size.en} a year`,
  }
  if (observed === null) return { zh: `${wanted.zh}。`, en: `${wanted.en}.` }
  const seen = rate(observed, per)
  if (seen.isNothing) return { zh: `${wanted.zh}，此前没有变化。`, en: `${wanted.en}; so far it has not moved.` }
  return {
    zh: `${wanted.zh}，此前每年${observed < 0 ? seen.fall.zh : seen.rise.zh} ${seen.size.zh}。`,
    en: `${wanted.en}; so far it ${observed < 0 ? 'fell' : 'rose'} by ${seen.size.en}.`,
  }
}

function rate(value: number, per: 'percent' | 'points') {
  const size = Number(Math.abs(per === 'percent' ? value * 100 : value).toFixed(per === 'percent' ? 1 : 2))
  const text = formatNumber(size)
  return {
    isNothing: size === 0,
    size: per === 'percent' ? { zh: `${text}%`, en: `${text}%` } : { zh: `${text} 个百分点`, en: `${text} points` },
    rise: { zh: per === 'percent' ? '增长' : '提高' },
    fall: { zh: per === 'percent' ? '下降' : '降低' },
  }
}

function amount(value: number, unit: string): Bilingual {
  const rounded = Number(value.toPrecision(4))
  return { zh: formatAmount(rounded, unit, 'zh'), en: formatAmount(rounded, unit, 'en') }
}

/** The way between two shares is counted in points. */
function amountLeft(value: number, unit: string): Bilingual {
  if (unit !== '%') return amount(value, unit)
  const points = formatNumber(Number(value.toPrecision(4)))
  return { zh: `${points} 个百分点`, en: `${points} points` }
}

/** What a lagging target needs next: who answers, what carries it, a newer figure, and then measures. */
export function needsOfTarget(facts: {
  hasUnit: boolean
  hasTask: boolean
  isStale: boolean
  hasProof: boolean
  overdueItem: string | null
}): Bilingual[] {
  const needs: Bilingual[] = []
  if (!facts.hasUnit) needs.push({ zh: '没有责任单位，请明确由谁负责。', en: 'No unit answers for it: name one.' })
  if (!facts.hasTask) {
    needs.push({ zh: '规划中没有支撑它的任务，请安排。', en: 'No task of the plan carries it: set one.' })
  }
  if (facts.overdueItem) {
    needs.push({
      zh: `督办事项${facts.overdueItem}已逾期，请先过问。`,
      en: `Item ${facts.overdueItem} on its task is overdue: ask about it first.`,
    })
  }
  if (facts.isStale) needs.push({ zh: '先补报最新数。', en: 'First a newer figure.' })
  if (!facts.hasProof) {
    needs.push({
      zh: '现有的数没有出处，请责任单位补报佐证材料。',
      en: 'Its figure has no source: the unit has to show one.',
    })
  }
  if (needs.length === 0) needs.push({ zh: '请提出赶上进度的措施。', en: 'Measures to catch up.' })
  return needs
}

/** What a late return waits for. */
export function needsOfReturn(state: string, waitsFor: readonly Bilingual[], unit: Bilingual): Bilingual {
  const people = { zh: waitsFor.map((one) => one.zh).join('、'), en: waitsFor.map((one) => one.en).join(', ') }
  const step = stepWords[state] ?? stepWords['preparing']!
  if (waitsFor.length === 0) {
    return {
      zh: `${unit.zh}没有人可以${step.zh}，请指定。`,
      en: `Nobody at ${unit.en} can ${step.en} it: name someone.`,
    }
  }
  return { zh: `等${people.zh}${step.zh}。`, en: `${people.en} to ${step.en} it.` }
}

const stepWords: Readonly<Record<string, Bilingual>> = {
  preparing: { zh: '填报', en: 'fill in' },
  checking: { zh: '审核', en: 'check' },
  signing: { zh: '签发', en: 'sign' },
  countersigning: { zh: '会签', en: 'countersign' },
}

/** Why a return is late. */
export function whyReturn(due: Day, missing: number): Bilingual {
  const day = dayText(due)
  return missing > 0
    ? { zh: `应于${day.zh}报出，还有 ${missing} 个数没有填。`, en: `Due on ${day.en}; ${missing} figures are missing.` }
    : { zh: `应于${day.zh}报出，数已填齐，没有报出。`, en: `Due on ${day.en}; complete, and not handed in.` }
}

/** Why an item is on the screen. */
export function whyItem(number: string, due: Day, isOverdue: boolean): Bilingual {
  const day = dayText(due)
  return isOverdue
    ? { zh: `${number}应于${day.zh}办结，尚未销号。`, en: `${number} was due on ${day.en} and has not ended.` }
    : { zh: `${number}应于${day.zh}办结。`, en: `${number} is due on ${day.en}.` }
}

/** What an item waits for. */
export function needsOfItem(item: {
  state: string
  nextStep: string | null
  asks: { reason: string; untilDay: Day } | null
  hasLeader: boolean
}): Bilingual[] {
  const needs: Bilingual[] = []
  if (item.asks) {
    const until = dayText(item.asks.untilDay)
    needs.push({
      zh: `请求延期到${until.zh}，待答复。理由：${item.asks.reason}`,
      en: `More time is asked for, until ${until.en}; an answer is due. Reason: ${item.asks.reason}`,
    })
  }
  if (item.state === 'ending') {
    needs.push({ zh: '已申请销号，待督查室核验。', en: 'Proposed for closing; supervision has to look at it.' })
  } else if (!item.asks) {
    needs.push(
      item.nextStep
        ? { zh: `下一步：${item.nextStep}。`, en: `Next step: ${item.nextStep}.` }
        : { zh: '请承办单位报办结材料。', en: 'The unit has to prove that it is done.' },
    )
  }
  if (!item.hasLeader) needs.push({ zh: '承办单位没有负责人，请指定。', en: 'The unit has no leader here: name one.' })
  return needs
}

/** For how long, in days of the office; the day itself stands in the reason. */
export function lateBy(workdays: number): Bilingual {
  const count = Math.abs(workdays)
  return { zh: `逾期 ${count} 个工作日`, en: `${count} working ${count === 1 ? 'day' : 'days'} late` }
}

export function dayText(day: Day): Bilingual {
  return { zh: formatDate(day, 'zh'), en: formatDate(day, 'en') }
}
