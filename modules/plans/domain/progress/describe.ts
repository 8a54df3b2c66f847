import { type Bilingual, periodName } from '@opensti/kernel'
import type { Progress } from '../../contract.ts'
import type { ActualFact, Rule, TargetFacts } from './progress.ts'
import type { Start } from './start.ts'

/** Everything that a formula needs to be written out. */
export interface Written {
  rule: Rule
  target: TargetFacts
  goal: number
  latest: ActualFact
  start: Start | null
  done: number | null
  share: number | null
  gap: number | null
}

/** The formula with its numbers, and the numbers one by one. */
export function describe(facts: Written): Pick<Progress, 'formula' | 'inputs'> {
  return { formula: formulaOf(facts), inputs: inputsOf(facts) }
}

function formulaOf({ rule, target, goal, latest, start, done, share, gap }: Written): Bilingual {
  const actual = number(latest.value)
  switch (rule) {
    case 'range': {
      const sign = gap === null ? '∈' : '∉'
      return same(`${actual} ${sign} [${number(target.value)}, ${number(target.value2 ?? target.value)}]`)
    }
    case 'rank':
      return {
        zh: `现居第 ${actual} 位，目标第 ${number(goal)} 位`,
        en: `Now rank ${actual}, target rank ${number(goal)}`,
      }
    case 'yes-no':
      return latest.value >= 1 ? { zh: '已完成', en: 'Done' } : { zh: '尚未完成', en: 'Not done yet' }
    case 'cumulative':
      return same(`${actual} ÷ ${number(goal)}${percent(done)}`)
    default: {
      if (start) {
        const from = number(start.value)
        return same(`(${actual} − ${from}) ÷ (${number(goal)} − ${from})${percent(done)}`)
      }
      const of =
        rule === 'at-most'
          ? `${number(goal)} ÷ ${actual}${percent(share)}`
          : `${actual} ÷ ${number(goal)}${percent(share)}`
      if (target.perYear) return same(of)
      return { zh: `${of}（起点未知，只看占目标的多少）`, en: `${of} (no start is known: share of the target only)` }
    }
  }
}

function percent(share: number | null): string {
  return share === null ? '' : ` = ${number(Math.round(share * 1000) / 10)}%`
}

function inputsOf({ rule, target, goal, latest, start }: Written): Progress['inputs'] {
  const unit = rule === 'multiple' ? '' : target.unit
  const goalLabel =
    rule === 'multiple'
      ? { zh: `目标（基期的 ${number(target.value)} 倍）`, en: `Target (${number(target.value)} times the base)` }
      : { zh: '目标', en: 'Target' }
  return [
    ...(start ? [{ label: startLabels[start.basis], value: start.value, unit, period: start.period }] : []),
    { label: latestLabel(rule, latest.period), value: latest.value, unit, period: latest.period },
    { label: goalLabel, value: goal, unit, period: target.year === null ? null : String(target.year) },
  ]
}

const startLabels: Record<Start['basis'], Bilingual> = {
  stated: { zh: '基期', en: 'Baseline' },
  published: {
    zh: '起点（规划没有写基期，用已公布的数）',
    en: 'Start (the plan states no baseline; a published value is used)',
  },
}

function latestLabel(rule: Rule, period: string): Bilingual {
  const name = periodName(period)
  return rule === 'cumulative'
    ? { zh: `截至${name.zh}累计`, en: `Added up to ${name.en}` }
    : { zh: `${name.zh}实际`, en: `Actual, ${name.en}` }
}

/** Plain decimal without float dust; thousands are set apart by the reader's own formatting, not here. */
export function number(value: number): string {
  return String(Number(value.toPrecision(10)))
}

function same(text: string): Bilingual {
  return { zh: text, en: text }
}
