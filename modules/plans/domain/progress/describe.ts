import { type Bilingual, periodName } from '@opensti/kernel'
import type { Progress } from '../../contract.ts'
import type { Path } from './path.ts'
import type { ActualFact, Rule, TargetFacts } from './progress.ts'

/** Everything that a formula needs to be written out. */
export interface Written {
  rule: Rule
  target: TargetFacts
  goal: number
  latest: ActualFact
  path: Path
  baseline: { value: number; year: number | null } | null
  done: number | null
}

/** The formula with its numbers, and the numbers one by one. */
export function describe(facts: Written): Pick<Progress, 'formula' | 'inputs'> {
  return { formula: formulaOf(facts), inputs: inputsOf(facts) }
}

function formulaOf({ rule, target, goal, latest, path, baseline, done }: Written): Bilingual {
  const actual = number(latest.value)
  const percent = done === null ? '' : ` = ${number(Math.round(done * 1000) / 10)}%`
  switch (rule) {
    case 'range': {
      const inside = latest.value >= target.value && latest.value <= (target.value2 ?? target.value)
      const sign = inside ? '∈' : '∉'
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
      return same(`${actual} ÷ ${number(goal)}${percent}`)
    default: {
      if (!baseline) {
        const share =
          rule === 'at-most' ? `${number(goal)} ÷ ${actual}${percent}` : `${actual} ÷ ${number(goal)}${percent}`
        return { zh: `${share}（起点未载明，按零起算）`, en: `${share} (no baseline stated, counted from zero)` }
      }
      const from = number(path.from.value)
      return same(`(${actual} − ${from}) ÷ (${number(goal)} − ${from})${percent}`)
    }
  }
}

function inputsOf({ rule, target, goal, latest, baseline }: Written): Progress['inputs'] {
  const unit = rule === 'multiple' ? '' : target.unit
  const goalLabel =
    rule === 'multiple'
      ? { zh: `目标(基期的 ${number(target.value)} 倍)`, en: `Target (${number(target.value)} times the base)` }
      : { zh: '目标', en: 'Target' }
  return [
    ...(baseline
      ? [
          {
            label: { zh: '基期', en: 'Baseline' },
            value: baseline.value,
            unit,
            period: baseline.year === null ? null : String(baseline.year),
          },
        ]
      : []),
    { label: latestLabel(rule, latest.period), value: latest.value, unit, period: latest.period },
    { label: goalLabel, value: goal, unit, period: target.year === null ? null : String(target.year) },
  ]
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
