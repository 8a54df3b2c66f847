import { html } from '@opensti/ui/portal'
import { comparisonAddress, dataAddress, indicatorAddress, regionAddress } from '../addresses.ts'
import type { IndicatorView } from '../contract.ts'
import { type PortalPage, renderPage, section, voiceOf } from './page.ts'
import { answer } from './parts/indicator-answer.ts'
import { definition, progressParts, revisionTable, statedTargets } from './parts/indicator-parts.ts'
import { disagreementList } from './parts/notes.ts'
import { seriesFigure } from './parts/series-figure.ts'
import { taskTree } from './parts/task-tree.ts'
import { unitPartsTables } from './parts/unit-parts.ts'
import { unitLinks } from './parts/units.ts'
import { valueTable } from './parts/value-table.ts'

/** One indicator in one region: how far it is, on what path, by which formula, and where every figure is written. */
export function indicatorPage(view: IndicatorView, page: PortalPage): string {
  const voice = voiceOf(page)
  const { text, say, to } = voice
  const name = say(view.name)
  const region = say(view.region.name)
  const main = view.plans.find((entry) => entry.progress.status !== 'no-data') ?? view.plans[0] ?? null
  const others = view.plans.filter((entry) => entry !== main)
  const address = indicatorAddress(view.region.id, view.id)
  return renderPage(page, {
    title: `${name} · ${region}`,
    description: text.indicatorDescription(name, region),
    region: view.region.id,
    crumbs: [{ label: region, href: to(regionAddress(view.region.id)) }, { label: name }],
    body: html`<div class="intro"><p class="kicker">${region} · ${say(view.theme)}</p><h1>${name}</h1></div>${answer(view, main, voice)}${seriesFigure(view, main, voice)}${others.map(
      (entry) => html`<section aria-label="${say(entry.plan.name)}">${seriesFigure(view, entry, voice)}</section>`,
    )}${section('parts', text.parts.title, unitPartsTables(view, voice))}<p class="actions">${(view.values.length > 0 || view.parts.length > 0) && html`<a class="button" href="${address}/values.csv">${text.downloadCsv}</a><a class="button" href="${dataAddress({ region: view.region.id, indicator: view.id }, 'json')}">JSON</a>`}${
      view.comparableRegions.length > 0 &&
      html`<a class="button" href="${to(comparisonAddress(view.id))}">${text.compareRegions}</a>`
    }</p>${section(
      'responsible',
      text.responsible,
      view.responsible.length > 0 && html`<p>${unitLinks(view.responsible, voice, true)}</p>`,
    )}${section(
      'tasks',
      text.tasksOfIndicator,
      view.tasks.length > 0 &&
        taskTree(
          view.tasks.map(({ task }) => task),
          voice,
        ),
      view.tasks.length,
    )}${section('progress', text.howComputed, progressParts(view, voice))}${section('disagreements', text.disagreements, disagreementList(view.disagreements, null, voice))}${section(
      'targets',
      text.targetsStated,
      statedTargets(view, voice),
    )}${section(
      'values',
      text.values,
      view.values.length > 0
        ? valueTable(view.values, text.values, voice, main?.progress.rule)
        : html`<p class="empty">${text.noValues}</p>`,
      view.values.length,
    )}${section('revisions', text.revisions, revisionTable(view, voice))}${section('definition', text.definition, definition(view, voice))}`,
  })
}
