import { formatDate } from '@opensti/ui'
import { type Html, html } from '@opensti/ui/portal'
import { documentAddress, evaluationsAddress, regionAddress, releasesAddress, unitAddress } from '../addresses.ts'
import type { RegionView } from '../contract.ts'
import { type PortalPage, renderPage, section, type Voice, voiceOf } from './page.ts'
import { documentMeta, documentName } from './parts/document-name.ts'
import { disagreementList } from './parts/notes.ts'
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
    body: html`<div class="intro"><h1>${name}</h1><p class="lead">${text.regionDescription(name)}</p><p class="actions"><a href="${to(releasesAddress(view.region.id))}">${text.releasesOfRegion}</a><a href="${to(evaluationsAddress(view.region.id))}">${text.evaluationsOfRegion}</a></p></div>${section('stories', text.stories, storyList(view.stories, voice, 6, true))}${section(
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
    )}${section('disagreements', text.disagreements, disagreementList(view.disagreements, view.region.id, voice), view.disagreements.length)}${section(
      'units',
      text.units,
      view.units.length > 0 && unitList(view.units, voice),
      view.units.length,
    )}`,
  })
}

/** Units that are there today, and apart from them those that are no more. */
function unitList(units: RegionView['units'], voice: Voice): Html {
  const { text, say, to, language } = voice
  const item = (unit: RegionView['units'][number]) =>
    html`<li><a href="${to(unitAddress(unit.id))}">${say(unit.name)}</a>${unit.until && html` <span class="muted">${text.abolishedIn(formatDate(unit.until, language))}</span>`}</li>`
  const gone = units.filter((unit) => unit.until !== null)
  return html`<ul class="name-list">${units.filter((unit) => unit.until === null).map(item)}</ul>${
    gone.length > 0 &&
    html`<div class="group"><h3>${text.abolished}<span class="count">${gone.length}</span></h3><ul class="name-list">${gone.map(item)}</ul></div>`
  }`
}
