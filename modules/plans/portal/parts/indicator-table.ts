import { endOfPeriod } from '@opensti/kernel'
import { statusKeys } from '@opensti/ui'
import { bulletBar, sparkline } from '@opensti/ui/charts'
import { type Html, html, statusBadge } from '@opensti/ui/portal'
import { indicatorAddress } from '../../addresses.ts'
import type { PlanIndicator } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { periodText, targetText, valueText } from './figures.ts'
import { progressBar } from './progress-words.ts'
import { changeMark } from './target-changes.ts'
import { unitLinks } from './units.ts'

/** Indicators with how far they are. Sorts by any column with the script; becomes a list of cards on a phone. */
export function indicatorTable(
  region: string,
  caption: string,
  indicators: readonly PlanIndicator[],
  voice: Voice,
  show: { units: boolean },
): Html {
  const { text } = voice
  // Roles are said again because a table laid out as cards loses them in some browsers.
  return html`<table class="indicators" data-sort role="table"><caption class="hidden">${caption}</caption><thead role="rowgroup"><tr role="row"><th class="c-name" role="columnheader" scope="col">${text.name}</th><th class="c-status" role="columnheader" scope="col">${text.status}</th><th class="c-progress" role="columnheader" scope="col">${text.progress}</th><th class="c-value r" role="columnheader" scope="col">${text.latest}</th><th class="c-target r" role="columnheader" scope="col">${text.target}</th><th class="c-spark" role="columnheader" scope="col" data-fixed>${text.course}</th></tr></thead><tbody role="rowgroup">${indicators.map(
    (indicator) => row(region, indicator, voice, show),
  )}</tbody></table>`
}

function row(region: string, indicator: PlanIndicator, voice: Voice, show: { units: boolean }): Html {
  const { text, say, to, language } = voice
  const { progress, latest, target } = indicator
  const changed = target && changeMark(target, progress.rule, voice)
  // Half a year of a flow beside whole years would look like a fall.
  const comparable = ({ period }: { period: string }) => progress.rule !== 'cumulative' || period.length === 4
  return html`<tr role="row"><th class="c-name name" role="rowheader" scope="row"><a href="${to(indicatorAddress(region, indicator.indicatorId))}">${say(indicator.name)}</a>${
    indicator.binding && html`<span class="tag">${text.binding}</span>`
  }${show.units && indicator.unitsResponsible.length > 0 && html`<span class="under units">${unitLinks(indicator.unitsResponsible, voice)}</span>`}</th><td class="c-status" role="cell" data-value="${statusKeys.indexOf(progress.status)}">${statusBadge(progress.status, language)}</td><td class="c-progress" role="cell" data-value="${progress.done ?? progress.share ?? -1}">${progressCell(indicator, voice)}</td><td class="c-value r" role="cell" data-label="${text.latest}" data-value="${latest?.value ?? ''}">${
    latest
      ? html`${valueText(latest, progress.rule, voice)}<small>${periodText(latest.period, voice)}</small>`
      : html`<span class="muted">${indicator.baseline ? html`${text.baseline} ${targetText(indicator.baseline, progress.rule, voice)}` : text.noValue}</span>`
  }</td><td class="c-target r" role="cell" data-label="${text.target}" data-value="${target?.value ?? ''}">${
    target
      ? html`${targetText(target, progress.rule, voice)}${target.year !== null && html`<small>${periodText(String(target.year), voice)}</small>`}${changed && html`<small>${changed}</small>`}`
      : html`<span class="muted">${text.noTarget}</span>`
  }</td><td class="c-spark" role="cell">${sparkline(indicator.series.filter(comparable).map(({ period, value }) => ({ at: endOfPeriod(period), value })))}</td></tr>`
}

function progressCell({ progress, unit }: PlanIndicator, voice: Voice): Html | false {
  const bar = progressBar(progress, unit, voice)
  if (!bar) return false
  return html`${bulletBar({ ...bar, status: progress.status })}<span class="under">${bar.words}</span>`
}
