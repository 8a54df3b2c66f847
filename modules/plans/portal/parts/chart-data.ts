import { endOfPeriod } from '@opensti/kernel'
import { inUnit, unitsFit } from '@opensti/regions/measures'
import type { Citation, IndicatorView, Target, Value } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { amountText, judged, periodText, targetText, valueText } from './figures.ts'

type PlanOfIndicator = IndicatorView['plans'][number]

interface Mark {
  /** In years; a whole year stands at its own number. */
  at: number
  value: number
  label: string
  tip: string
}

export interface ChartData {
  unit: string
  points: (Mark & { provisional: boolean; period: string; text: string })[]
  targets: (Mark & { staged: boolean })[]
  baseline: Mark | null
  path: { at: number; value: number }[]
  band: { low: number; high: number; label: string } | null
  span: { first: number; last: number } | null
  values: Value[]
  cites: Citation[]
}

/** What a chart draws for one plan, everything in one unit; null when there is nothing to draw. */
export function chartData(view: IndicatorView, entry: PlanOfIndicator | null, voice: Voice): ChartData | null {
  const rule = entry?.progress.rule ?? 'at-least'
  if (rule === 'yes-no') return null
  const goal = entry ? judged(entry.progress)?.goal.value : undefined
  const stated = entry?.targets.find((target) => target.kind === 'target' && !target.staged)
  const unit = rule === 'multiple' || !stated ? view.unit : stated.unit
  const values = view.values.filter((value) => unitsFit(value.unit, unit) && (!entry || isNear(value, entry.plan)))
  const points = summedWhereAsked(values, unit, entry, rule).map(({ value: number, from }) => ({
    at: endOfPeriod(from.period) - 1,
    value: number,
    label: amountText(number, unit, rule, voice),
    text: valueText(from, rule, voice),
    tip: `${periodText(from.period, voice)} ${amountText(number, unit, rule, voice)}`,
    provisional: from.maturity === 'estimate' || from.maturity === 'flash',
    period: periodText(from.period, voice),
  }))
  const targets = (entry?.targets ?? [])
    .filter((target) => target.kind === 'target' && target.year !== null)
    .flatMap((target) => {
      const value = heightOf(target, rule, unit, goal ?? null)
      if (value === null) return []
      const words = targetText(target, rule, voice)
      return [{ at: target.year ?? 0, value, label: words, tip: `${target.year} ${words}`, staged: target.staged }]
    })
  const baseline = baselineMark(entry, unit, points, voice)
  const cites = [...values.map((value) => value.citation), ...(entry?.targets ?? []).map((target) => target.citation)]
  if (points.length === 0 && targets.length === 0) return null
  const end = targets.findLast((target) => !target.staged) ?? null
  return {
    unit,
    points,
    targets,
    baseline,
    path: entry && end ? pathOf(entry, end) : [],
    band:
      rule === 'range' && stated
        ? {
            low: stated.value,
            high: stated.value2 ?? stated.value,
            label: voice.text.targetRange(targetText(stated, rule, voice)),
          }
        : null,
    span: entry ? { first: entry.plan.startYear - 1, last: stated?.year ?? entry.plan.endYear } : null,
    values,
    cites,
  }
}

/** A chart of a plan shows its years and two before them. */
function isNear(value: Value, plan: PlanOfIndicator['plan']): boolean {
  const at = endOfPeriod(value.period) - 1
  return at >= plan.startYear - 2 && at <= plan.endYear + 1
}

/** What is added up over a plan is drawn as the running sum that the progress formula uses. */
function summedWhereAsked(
  values: readonly Value[],
  unit: string,
  entry: PlanOfIndicator | null,
  rule: string,
): { value: number; from: Value }[] {
  const plain = values.map((from) => ({ value: inUnit(from.value, from.unit, unit), from }))
  if (!entry || rule !== 'cumulative') return plain
  const within = plain.filter(({ from }) => endOfPeriod(from.period) > entry.plan.startYear)
  const base = entry.targets.find((target) => target.kind === 'baseline' && unitsFit(target.unit, unit))
  const actual = judged(entry.progress)?.actual.value
  const last = within.at(-1)
  // A stock counts from its base; a flow is summed year by year. The formula's own result says which one it was.
  if (base && last && actual !== null && actual !== undefined && near(last.value - base.value, actual)) {
    return within.map(({ value, from }) => ({ value: value - base.value, from }))
  }
  let sum = 0
  return within
    .filter(({ from }) => from.period.length === 4)
    .map(({ value, from }) => {
      sum += value
      return { value: Number(sum.toPrecision(12)), from }
    })
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * 1e-6
}

function heightOf(target: Target, rule: string, unit: string, goal: number | null): number | null {
  if (target.comparator === 'mul') return target.staged ? null : goal
  if (rule === 'range') return null
  return unitsFit(target.unit, unit) ? inUnit(target.value, target.unit, unit) : null
}

function baselineMark(
  entry: PlanOfIndicator | null,
  unit: string,
  points: ChartData['points'],
  voice: Voice,
): Mark | null {
  // What is added up starts from nothing when the plan starts.
  if (entry?.progress.rule === 'cumulative')
    return { at: entry.plan.startYear - 1, value: 0, label: '', tip: `${entry.plan.startYear - 1} 0` }
  const base = entry?.targets.find((target) => target.kind === 'baseline' && unitsFit(target.unit, unit))
  if (!base || base.year === null || !entry) return null
  const value = inUnit(base.value, base.unit, unit)
  const words = amountText(value, unit, entry.progress.rule, voice)
  // Where the value of that year is drawn anyway, the baseline needs no second dot.
  if (points.some((point) => point.at === base.year && near(point.value, value))) return null
  return { at: base.year, value, label: words, tip: `${base.year} ${words}` }
}

/** The way from the formula's start to the target; a compound one as a curve of its own. Without a start there is none. */
function pathOf(entry: PlanOfIndicator, end: Mark): { at: number; value: number }[] {
  const { progress, plan } = entry
  if (progress.path === 'none') return []
  const { start } = progress
  const from =
    progress.rule === 'cumulative'
      ? { at: plan.startYear - 1, value: 0 }
      : start && { at: start.period ? endOfPeriod(start.period) - 1 : plan.startYear - 1, value: start.value }
  if (!from || from.at >= end.at) return []
  if (progress.path === 'linear' || from.value <= 0 || end.value <= 0) return [from, end]
  const steps = 16
  return Array.from({ length: steps + 1 }, (_, i) => ({
    at: from.at + ((end.at - from.at) * i) / steps,
    value: from.value * (end.value / from.value) ** (i / steps),
  }))
}
