import { endOfPeriod } from '@opensti/kernel'
import { afterWord } from '@opensti/ui'
import { smallChart } from '@opensti/ui/charts'
import { type Html, html, statusBadge } from '@opensti/ui/portal'
import { indicatorAddress } from '../../addresses.ts'
import type { PlanIndicator, PlanView } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { judged, periodText, targetText, valueText } from './figures.ts'
import { headline } from './headline.ts'

/** Many small charts over the same years, so that courses compare at a glance. */
export function smallMultiples(
  plan: PlanView['plan'],
  region: string,
  indicators: readonly PlanIndicator[],
  voice: Voice,
): Html {
  const years = { first: plan.startYear - 1, last: plan.endYear }
  return html`<div class="smalls">${indicators.map((indicator) => oneSmall(indicator, years, region, voice))}</div>`
}

function oneSmall(
  indicator: PlanIndicator,
  years: { first: number; last: number },
  region: string,
  voice: Voice,
): Html {
  const { say, to, language, text } = voice
  const { progress, target, latest } = indicator
  const goal = judged(progress)?.goal.value ?? target?.value
  const end = target && goal !== undefined && target.year !== null ? { at: target.year, value: goal } : null
  const from = startOf(indicator, years.first)
  const hasPath = progress.path !== 'none'
  return html`<div><h4><a href="${to(indicatorAddress(region, indicator.indicatorId))}">${say(indicator.name)}</a></h4><p><span>${
    latest
      ? `${valueText(latest, progress.rule, voice)}${text.inBrackets(periodText(latest.period, voice))}`
      : text.noValue
  }</span>${statusBadge(progress.status, language)}</p>${smallChart({
    label: headline(say(indicator.name), target, progress, voice),
    status: progress.status,
    points: course(indicator, years),
    way: hasPath && from && end ? [from, end] : [],
    target: progress.rule === 'range' ? null : end,
    band: progress.rule === 'range' && target ? { low: target.value, high: target.value2 ?? target.value } : null,
    years,
  })}<p><span>${years.first}</span>${target && html`<span>${afterWord(text.target, targetText(target, progress.rule, voice))}</span>`}<span>${years.last}</span></p></div>`
}

interface Point {
  at: number
  value: number
}

function startOf({ progress }: PlanIndicator, firstYear: number): Point | null {
  if (progress.rule === 'cumulative') return { at: firstYear, value: 0 }
  const { start } = progress
  return start && { at: start.period ? endOfPeriod(start.period) - 1 : firstYear, value: start.value }
}

/** The values in the plan's years; what is added up is drawn as the sum that the formula used. */
function course(indicator: PlanIndicator, years: { first: number; last: number }): Point[] {
  const { progress, series } = indicator
  const actual = judged(progress)?.actual
  if (progress.rule === 'yes-no') return []
  const start = startOf(indicator, years.first)
  if (progress.rule === 'cumulative') {
    if (!actual || actual.value === null || actual.period === null || !start) return []
    return [start, { at: endOfPeriod(actual.period) - 1, value: actual.value }]
  }
  const points = series
    .map(({ period, value }) => ({ at: endOfPeriod(period) - 1, value }))
    .filter(({ at }) => at >= years.first && at <= years.last)
  return start && points.every((point) => point.at > start.at) && points.length > 0 ? [start, ...points] : points
}
