import type { Bilingual } from '@opensti/kernel'

/** Facts about a target that lags, as the ledger gives them. */
export interface LaggingTarget {
  status: string
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
  const sentences: Bilingual[] = []
  if (latest) {
    sentences.push({ zh: `${latest.zh}，目标是${target.zh}。`, en: `${latest.en}; the target is ${target.en}.` })
  }
  if (gap !== null || expectedNow !== null) {
    const wanted = expectedNow === null ? null : amount(expectedNow, unit)
    const left = gap === null ? null : amount(gap, unit)
    sentences.push({
      zh: [wanted && `此时应到 ${wanted.zh}`, left && `还差 ${left.zh}`].filter(Boolean).join('，').concat('。'),
      en: capital([wanted && `by now ${wanted.en} were due`, left && `${left.en} remain`].filter(Boolean).join('; ')),
    })
  }
  const pace = growth && paceOf(growth)
  if (pace) sentences.push(pace)
  return sentences
}

function paceOf({ per, needed, observed }: NonNullable<LaggingTarget['growth']>): Bilingual | null {
  if (needed === null) return null
  const say = (rate: number) => rateText(rate, per)
  if (observed === null) {
    return { zh: `今后每年需${say(needed).zh}。`, en: `From now on it has to ${say(needed).en} a year.` }
  }
  return {
    zh: `今后每年需${say(needed).zh}，此前每年${say(observed).zh}。`,
    en: `From now on it has to ${say(needed).en} a year; until now it did ${say(observed).en}.`,
  }
}

function rateText(rate: number, per: 'percent' | 'points'): Bilingual {
  const size = Math.abs(per === 'percent' ? rate * 100 : rate)
  const text = plain(Number(size.toFixed(per === 'percent' ? 1 : 2)))
  const up = rate >= 0
  return per === 'percent'
    ? { zh: `${up ? '增长' : '下降'} ${text}%`, en: `${up ? 'grow' : 'fall'} by ${text}%` }
    : { zh: `${up ? '提高' : '降低'} ${text} 个百分点`, en: `${up ? 'rise' : 'fall'} by ${text} points` }
}

function amount(value: number, unit: string): Bilingual {
  const text = `${plain(Number(value.toPrecision(6)))}${/^[%‰]$/.test(unit) ? unit : ` ${unit}`}`
  return { zh: text, en: text }
}

function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** What a lagging target needs next: who answers, what carries it, a newer figure, and then measures. */
export function needsOfTarget(facts: {
  hasUnit: boolean
  hasTask: boolean
  isStale: boolean
  overdueItem: string | null
}): Bilingual[] {
  const needs: Bilingual[] = []
  if (!facts.hasUnit) needs.push({ zh: '没有责任单位，请明确由谁负责。', en: 'No unit answers for it: name one.' })
  if (!facts.hasTask) {
    needs.push({ zh: '规划中没有支撑它的任务，请安排。', en: 'No task of the plan carries it: set one.' })
  }
  if (facts.overdueItem) {
    needs.push({
      zh: `相关督办事项${facts.overdueItem}已逾期，请先过问。`,
      en: `Item ${facts.overdueItem} on its task is overdue: ask about it first.`,
    })
  }
  if (facts.isStale) needs.push({ zh: '先补报最新数。', en: 'First a newer figure.' })
  if (needs.length === 0) {
    needs.push({ zh: '请责任单位提出赶上进度的措施。', en: 'Measures of the unit to catch up.' })
  }
  return needs
}

/** What a late return waits for. */
export function needsOfReturn(state: string, waitsFor: readonly Bilingual[], unit: Bilingual): Bilingual {
  const people = { zh: waitsFor.map((one) => one.zh).join('、'), en: waitsFor.map((one) => one.en).join(', ') }
  const step = stepWords[state] ?? stepWords['preparing']!
  if (waitsFor.length === 0) {
    return {
      zh: `${unit.zh}没有人可以${step.zh}，请指定。`,
      en: `Nobody at ${unit.en} can ${step.en}: name someone.`,
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

/** What an item waits for. */
export function needsOfItem(item: {
  state: string
  nextStep: string | null
  asks: { reason: string; untilDay: string } | null
  hasLeader: boolean
}): Bilingual[] {
  const needs: Bilingual[] = []
  if (item.asks) {
    const { untilDay, reason } = item.asks
    needs.push({
      zh: `请求延期到 ${untilDay}，待答复。理由：${reason}`,
      en: `More time is asked for, until ${untilDay}; an answer is due. Reason: ${reason}`,
    })
  }
  if (item.state === 'ending') {
    needs.push({ zh: '已申请销号，待督查室核验。', en: 'Proposed for closing; supervision has to look at it.' })
  } else if (!item.asks) {
    needs.push(
      item.nextStep
        ? { zh: `下一步：${item.nextStep}`, en: `Next step: ${item.nextStep}` }
        : { zh: '请承办单位报办结材料。', en: 'The unit has to prove that it is done.' },
    )
  }
  if (!item.hasLeader) needs.push({ zh: '承办单位没有负责人，请指定。', en: 'The unit has no leader here: name one.' })
  return needs
}

/** Since when, in days. */
export function sinceDay(day: string, workdays: number): Bilingual {
  const days = Math.abs(workdays)
  return { zh: `${day} 起，${days} 个工作日`, en: `since ${day}, ${days} working ${days === 1 ? 'day' : 'days'}` }
}
