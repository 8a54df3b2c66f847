import { html } from '@opensti/ui/portal'
import { documentAddress, regionAddress, unitAddress } from '../addresses.ts'
import type { RegionView } from '../contract.ts'
import { type PortalPage, renderPage, section, voiceOf } from './page.ts'
import { documentMeta, documentName } from './parts/document-name.ts'
import { planLine } from './parts/plan-line.ts'
import { storyList } from './parts/stories.ts'

/** A region: where it stands, its plans, the papers behind them, and who works on them. */
export function regionPage(view: RegionView, page: PortalPage): string {
  const voice = voiceOf(page)
  const { text, say, to } = voice
  const name = say(view.region.name)
  const parent = page.regions?.find((region) => region.id === view.region.parentId)
  return renderPage(page, {
    title: name,
    description: text.regionDescription(name),
    region: view.region.id,
    crumbs: [...(parent ? [{ label: say(parent.name), href: to(regionAddress(parent.id)) }] : []), { label: name }],
    body: html`<div class="intro"><h1>${name}</h1><p class="lead">${text.regionDescription(name)}</p></div>${section('stories', text.stories, storyList(view.stories, voice, 6, true))}${section(
      'plans',
      text.plans,
      view.plans.length > 0
        ? html`${view.plans.map((plan) => planLine(plan, voice))}`
        : html`<p class="empty">${text.noPlans}</p>`,
    )}${section(
      'regions',
      text.childRegions,
      view.children.length > 0 &&
        html`<ul class="counts">${view.children.map((child) => html`<li><a class="button" href="${to(regionAddress(child.id))}">${say(child.name)}</a></li>`)}</ul>`,
    )}${section(
      'documents',
      text.documents,
      view.documents.length > 0 &&
        html`<ul class="rows">${view.documents.map(
          (document) =>
            html`<li><h3><a href="${to(documentAddress(document.id))}">${documentName(say(document.title), voice)}</a>${document.damaged && html`<span class="tag unsure">${text.damaged}</span>`}</h3><p class="cite">${documentMeta(document, voice)}</p></li>`,
        )}</ul>`,
      view.documents.length,
    )}${section(
      'units',
      text.units,
      view.units.length > 0 &&
        html`<ul class="name-list">${view.units.map((unit) => html`<li><a href="${to(unitAddress(unit.id))}">${say(unit.name)}</a></li>`)}</ul>`,
      view.units.length,
    )}`,
  })
}
