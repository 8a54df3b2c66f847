import { formatDate } from '@opensti/ui'
import { type Html, html, join, statusBadge } from '@opensti/ui/portal'
import { indicatorAddress, planAddress, regionAddress, taskAddress } from '../addresses.ts'
import type { UnitView } from '../contract.ts'
import { type PortalPage, renderPage, section, type Voice, voiceOf } from './page.ts'
import { certainty } from './parts/citation.ts'
import { takenOverWords } from './parts/taken-over-words.ts'
import { unitLinks } from './parts/units.ts'

/** One government unit: its names, what it handed on and took over, and all that plans ask of it. */
export function unitPage(view: UnitView, page: PortalPage): string {
  const voice = voiceOf(page)
  const { text, say, to, language } = voice
  const name = say(view.unit.name)
  const idle = view.leads.length + view.joins.length + view.indicators.length === 0
  return renderPage(page, {
    title: name,
    description: text.unitDescription(name),
    region: view.region.id,
    crumbs: [{ label: say(view.region.name), href: to(regionAddress(view.region.id)) }, { label: name }],
    body: html`<div class="intro"><p class="kicker">${say(view.region.name)}</p><h1>${name}</h1>${
      view.shortForms.length > 0 &&
      html`<p class="meta"><span>${text.shortForms}${text.colon}${view.shortForms.join(text.list)}</span></p>`
    }</div>${idle && html`<p class="empty">${text.nothingLed}</p>`}${section(
      'indicators',
      text.indicators,
      view.indicators.length > 0 &&
        html`<ul class="rows">${view.indicators.map(
          (one) =>
            html`<li class="split"><span><a href="${to(indicatorAddress(one.plan.regionId, one.indicatorId))}">${say(one.name)}</a><span class="under">${say(one.plan.name)}</span>${
              one.movedFrom.length > 0 && html`<span class="under">${takenOverWords(one.movedFrom, voice)}</span>`
            }</span>${statusBadge(one.status, language)}</li>`,
        )}</ul>`,
      view.indicators.length,
    )}${section('leads', text.leads, taskList(view.leads, voice), view.leads.length)}${section('joins', text.joins, taskList(view.joins, voice), view.joins.length)}${section(
      'names',
      text.names,
      view.names.length > 1 &&
        html`<ul class="rows">${view.names.map(
          (one) => html`<li class="split"><b>${say(one.name)}</b><span class="muted">${span(one, voice)}</span></li>`,
        )}</ul>`,
    )}${section(
      'changes',
      text.changes,
      view.changes.length > 0 &&
        html`<ul class="rows">${view.changes.map(
          (change) =>
            html`<li><p><b>${text.changeKinds[change.kind]}</b> <span class="muted">${formatDate(change.on, language)}</span> ${certainty(change, voice)}</p><p>${renamed(change, view, voice) ?? html`${unitLinks(change.from, voice, true)} → ${unitLinks(change.to, voice, true)}`}</p>${
              change.functions.length > 0 &&
              html`<p class="cite">${text.functions}${text.colon}${change.functions.map(say).join(text.list)}</p>`
            }${change.note && html`<p class="cite">${say(change.note)}</p>`}</li>`,
        )}</ul>`,
    )}`,
  })
}

/** A renamed unit is one unit: what changes is its name, and links from it to itself would say nothing. */
function renamed(change: UnitView['changes'][number], { names }: UnitView, { say }: Voice): Html | null {
  if (change.kind !== 'rename') return null
  const [before, after] = [names.find((one) => one.until === change.on), names.find((one) => one.from === change.on)]
  return before && after ? html`${say(before.name)} → ${say(after.name)}` : null
}

function taskList(tasks: UnitView['leads'], voice: Voice): Html | false {
  const { say, to } = voice
  if (tasks.length === 0) return false
  const plans = [...new Map(tasks.map(({ plan }) => [`${plan.regionId}/${plan.id}`, plan])).values()]
  return join(
    plans.map(
      (plan) =>
        html`<div class="group"><h3><a href="${to(planAddress(plan.regionId, plan.id))}">${say(plan.name)}</a></h3><ul class="rows plain">${tasks
          .filter((one) => one.plan.id === plan.id && one.plan.regionId === plan.regionId)
          .map(
            ({ task, movedFrom }) =>
              html`<li><span class="no muted">${task.number}</span> <a href="${to(taskAddress(task.id))}">${say(task.title)}</a>${
                movedFrom.length > 0 && html`<span class="under">${takenOverWords(movedFrom, voice)}</span>`
              }</li>`,
          )}</ul></div>`,
    ),
    '',
  )
}

function span(one: { from: string | null; until: string | null }, { text, language }: Voice): string {
  const from = one.from ? formatDate(one.from, language) : ''
  const until = one.until ? formatDate(one.until, language) : text.nowCalled
  return from ? `${from} — ${until}` : until
}
