import { endOfPeriod } from '@opensti/kernel'
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
  const { progress, target, latest, baseline } = indicator
  const goal = judged(progress)?.goal.value ?? target?.value
  const summed = progress.rule === 'cumulative'
  const series = indicator.series
    .map(({ period, value }) => ({ at: endOfPeriod(period) - 1, value }))
    .filter(({ at }) => at >= years.first && at <= years.last)
  return html`<div><h4><a href="${to(indicatorAddress(region, indicator.indicatorId))}">${say(indicator.name)}</a></h4><p><span>${
    latest ? `${valueText(latest, progress.rule, voice)} (${periodText(latest.period, voice)})` : text.noValue
  }</span>${statusBadge(progress.status, language)}</p>${smallChart({
    label: headline(say(indicator.name), target, progress, voice),
    status: progress.status,
    points: series,
    from: baseline && !summed && baseline.year !== null ? { at: baseline.year, value: baseline.value } : null,
    target: target && !summed && goal !== undefined && target.year !== null ? { at: target.year, value: goal } : null,
    years,
  })}<p><span>${years.first}</span>${target && html`<span>${text.target} ${targetText(target, progress.rule, voice)}</span>`}<span>${years.last}</span></p></div>`
}
