import { formatDate } from '@opensti/ui'
import { type Html, html, statusBadge } from '@opensti/ui/portal'
import { indicatorAddress, planAddress, regionAddress, taskAddress } from '../addresses.ts'
import type { TaskView } from '../contract.ts'
import { type PortalPage, renderPage, section, type Voice, voiceOf } from './page.ts'
import { citation } from './parts/citation.ts'
import { taskTree } from './parts/task-tree.ts'
import { unitLinks } from './parts/units.ts'

/** One task: who the plan named for it, who does it today, and the indicators that show its success. */
export function taskPage(view: TaskView, page: PortalPage): string {
  const voice = voiceOf(page)
  const { text, say, to, language } = voice
  const title = say(view.title)
  const plan = say(view.plan.name)
  return renderPage(page, {
    title,
    description: `${text.taskOf(plan)}${text.colon}${title}`,
    region: view.region.id,
    crumbs: [
      { label: say(view.region.name), href: to(regionAddress(view.region.id)) },
      { label: plan, href: to(planAddress(view.region.id, view.plan.id)) },
      ...view.parents.map((parent) => ({
        label: `${parent.number} ${say(parent.title)}`,
        href: to(taskAddress(parent.id)),
      })),
      { label: `${view.number} ${title}` },
    ],
    body: html`<div class="intro"><p class="kicker">${text.taskOf(plan)} · ${view.number}</p><h1>${title}</h1>${view.summary && html`<p class="lead">${say(view.summary)}</p>`}${view.citation && html`<p class="meta">${citation(view.citation, voice)}</p>`}</div>${responsible(view, voice)}${section(
      'moved',
      text.moved,
      view.moved.length > 0 &&
        html`<p>${text.movedLead}</p>${view.moved.map(
          (move) =>
            html`<div class="note"><p>${unitLinks([move.from], voice, true)} → <b>${unitLinks([move.to], voice, true)}</b> ${text.movedOn(formatDate(move.on, language))}</p><p class="cite">${say(move.note)}</p></div>`,
        )}`,
    )}${section(
      'indicators',
      text.measuredBy,
      view.indicators.length > 0 &&
        html`<ul class="rows">${view.indicators.map(
          (indicator) =>
            html`<li class="split"><a href="${to(indicatorAddress(view.region.id, indicator.indicatorId))}">${say(indicator.name)}</a>${statusBadge(indicator.status, language)}</li>`,
        )}</ul>`,
    )}${section('subtasks', text.subtasks, view.children.length > 0 && taskTree(view.children, voice), view.children.length)}`,
  })
}

function responsible(view: TaskView, voice: Voice): Html | false {
  const { text } = voice
  const rows = [
    [text.lead, view.lead],
    [text.coop, view.coop],
    [text.others, view.others],
  ] as const
  if (rows.every(([, units]) => units.length === 0)) return html`<p class="empty">${text.unitUnknown}</p>`
  return html`<div class="panel"><dl class="facts">${rows.map(
    ([label, units]) => units.length > 0 && html`<dt>${label}</dt><dd>${unitLinks(units, voice, true)}</dd>`,
  )}</dl></div>`
}
