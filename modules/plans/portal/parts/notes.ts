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
  const { text, say, to } = voice
  if (disagreements.length === 0) return false
  return html`<p>${text.disagreementsLead}</p>${disagreements.map(
    (one) =>
      html`<div class="note warn"><h3>${
        one.indicatorId && region !== null
          ? html`<a href="${to(indicatorAddress(region, one.indicatorId))}">${say(one.about)}</a>`
          : say(one.about)
      }</h3><ul class="says">${one.says.map(
        (side) => html`<li><p>${say(side.text)}</p>${citation(side.citation, voice)}</li>`,
      )}</ul></div>`,
  )}`
}
