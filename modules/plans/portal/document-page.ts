import { html } from '@opensti/ui/portal'
import { indicatorAddress, planAddress, regionAddress } from '../addresses.ts'
import type { DocumentView } from '../contract.ts'
import { type PortalPage, renderPage, section, voiceOf } from './page.ts'
import { documentMeta, documentName } from './parts/document-name.ts'

/** One paper: what it is, what is wrong with the copy, and every figure taken from it. Never its sentences. */
export function documentPage(view: DocumentView, page: PortalPage): string {
  const voice = voiceOf(page)
  const { text, say, to } = voice
  const title = documentName(say(view.title), voice)
  return renderPage(page, {
    title,
    description: `${title}${text.colon}${text.facts}`,
    region: view.region.id,
    crumbs: [{ label: say(view.region.name), href: to(regionAddress(view.region.id)) }, { label: title }],
    body: html`<div class="intro"><p class="kicker">${text.documents}</p><h1>${title}</h1><p class="meta"><span>${documentMeta(view, voice)}</span></p>${view.note && html`<p class="lead">${say(view.note)}</p>`}</div>${section(
      'plans',
      text.plansFromDocument,
      view.plans.length > 0 &&
        html`<ul class="rows">${view.plans.map((plan) => html`<li><a href="${to(planAddress(plan.regionId, plan.id))}">${say(plan.name)}</a></li>`)}</ul>`,
    )}${section(
      'damage',
      text.damage,
      view.damage.length > 0 &&
        html`<p>${text.damageLead}</p>${view.damage.map((one) => html`<div class="note lost"><p>${say(one.what)}</p>${one.section && html`<span class="cite">${one.section}</span>`}</div>`)}`,
    )}${section(
      'facts',
      text.facts,
      view.facts.length > 0
        ? html`<p>${text.factsLead}</p><div data-filter="${text.filterIndicators}"><div class="scroll" tabindex="0" role="group" aria-label="${text.facts}"><table data-sort><caption class="hidden">${text.facts}</caption><thead><tr><th scope="col">${text.name}</th><th scope="col">${text.nature}</th><th scope="col" class="r">${text.value}</th><th scope="col">${text.place}</th></tr></thead><tbody>${view.facts.map(
            (fact) =>
              html`<tr><th scope="row"><a href="${to(indicatorAddress(fact.regionId ?? view.region.id, fact.indicatorId))}">${say(fact.name)}</a></th><td class="num">${text.kinds[fact.kind]}</td><td class="r">${say(fact.text)}</td><td class="cite">${[fact.section, fact.paragraph !== null && text.paragraph(fact.paragraph)].filter(Boolean).join(text.comma)}</td></tr>`,
          )}</tbody></table></div></div>`
        : html`<p class="empty">${text.noFacts}</p>`,
      view.facts.length,
    )}`,
  })
}
