import { type Html, html } from '@opensti/ui/portal'
import { indicatorAddress } from '../../addresses.ts'
import type { Disagreement, PlanView } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { citation } from './citation.ts'

/** What a document announces and its copy has lost. */
export function lostParts(lost: PlanView['lost'], voice: Voice): Html | false {
  if (lost.length === 0) return false
  return html`<p>${voice.text.lostLead}</p>${lost.map(
    (part) => html`<div class="note lost"><p>${voice.say(part.what)}</p>${citation(part.citation, voice)}</div>`,
  )}`
}

/** Two papers, two answers, side by side. With a region, each leads to its indicator. */
export function disagreementList(
  disagreements: readonly Disagreement[],
  region: string | null,
  voice: Voice,
): Html | false {
  const { text } = voice
  if (disagreements.length === 0) return false
  const first = disagreements.slice(0, shownAtFirst)
  const rest = disagreements.slice(shownAtFirst)
  const one = (entry: Disagreement) => disagreement(entry, region, voice)
  return html`<p>${text.disagreementsLead}</p>${first.map(one)}${
    rest.length > 0 &&
    html`<details class="more"><summary>${text.moreDisagreements(rest.length)}</summary>${rest.map(one)}</details>`
  }`
}

/** How many disagreements stand open; the others are one touch away. */
const shownAtFirst = 6

function disagreement({ indicatorId, title, about, says }: Disagreement, region: string | null, voice: Voice): Html {
  const { say, to } = voice
  const heading = say(title ?? about)
  return html`<div class="note warn"><h3>${
    indicatorId && region !== null
      ? html`<a href="${to(indicatorAddress(region, indicatorId))}">${heading}</a>`
      : heading
  }</h3>${title && html`<p>${say(about)}</p>`}<ul class="says">${says.map(
    (side) => html`<li><p>${say(side.text)}</p>${citation(side.citation, voice)}</li>`,
  )}</ul></div>`
}
