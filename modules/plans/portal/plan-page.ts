import { endOfPeriod } from '@opensti/kernel'
import { formatShare, formatYears, statusKeys } from '@opensti/ui'
import { timeBar } from '@opensti/ui/charts'
import { type Html, html } from '@opensti/ui/portal'
import { planAddress, regionAddress } from '../addresses.ts'
import type { PlanView } from '../contract.ts'
import { type PortalPage, renderPage, section, type Voice, voiceOf } from './page.ts'
import { citation } from './parts/citation.ts'
import { judged, periodText } from './parts/figures.ts'
import { groupIndicators, type PlanGrouping, planGroupings } from './parts/indicator-groups.ts'
import { indicatorTable } from './parts/indicator-table.ts'
import { disagreementList, lostParts } from './parts/notes.ts'
import { smallMultiples } from './parts/small-multiples.ts'
import { statusCounts } from './parts/status-counts.ts'
import { taskTree } from './parts/task-tree.ts'

/** The whole plan at a glance. `by` comes from the address: ?by=unit. */
export function planPage(view: PlanView, page: PortalPage & { by?: PlanGrouping }): string {
  const voice = voiceOf(page)
  const { text, say, to, language } = voice
  const name = say(view.plan.name)
  const years = formatYears(view.plan.startYear, view.plan.endYear, language)
  return renderPage(page, {
    title: name,
    description: text.planDescription(name),
    region: view.region.id,
    crumbs: [{ label: say(view.region.name), href: to(regionAddress(view.region.id)) }, { label: name }],
    body: html`<div class="intro"><p class="kicker">${say(view.region.name)} · ${years}${!view.published && html`<span class="tag unsure">${text.draft}</span>`}</p><h1>${name}</h1>${
      view.indicators.length > 0 && html`<p class="lead">${summary(view, voice)}</p>`
    }${view.document && html`<p class="meta">${citation(view.document, voice)}</p>`}</div><div class="panel">${statusCounts(view.counts, voice)}<div class="elapsed"><p><span>${text.elapsedLabel(years)}</span><span>${text.elapsed(formatShare(view.elapsed))}</span></p>${timeBar({ elapsed: view.elapsed, label: text.elapsed(formatShare(view.elapsed)) })}</div></div>${section(
      'indicators',
      text.indicators,
      indicators(view, page.by ?? 'theme', voice),
      view.indicators.length,
    )}${section('disagreements', text.disagreements, disagreementList(view.disagreements, view.region.id, voice))}${section(
      'lost',
      text.lost,
      lostParts(view.lost, voice),
    )}${section(
      'tasks',
      text.tasks,
      view.tasks.length > 0 ? taskTree(view.tasks, voice) : html`<p class="empty">${text.noTasks}</p>`,
      view.tasks.length,
    )}`,
  })
}

function summary({ counts, indicators }: PlanView, voice: Voice): string {
  const { text } = voice
  const periods = indicators.map((one) => judged(one.progress)?.actual.period ?? '')
  const newest = periods.sort((a, b) => (a && b ? endOfPeriod(a) - endOfPeriod(b) : a.length - b.length)).at(-1)
  const of = (...keys: (keyof PlanView['counts'])[]) => keys.reduce((sum, key) => sum + (counts[key] ?? 0), 0)
  return text.planSummary({
    until: newest ? periodText(newest, voice) : '',
    total: of(...statusKeys),
    reached: of('reached'),
    fine: of('ahead', 'on-track'),
    open: of('not-yet'),
    late: of('behind', 'far-behind', 'missed'),
    unknown: of('no-data'),
  })
}

function indicators(view: PlanView, by: PlanGrouping, voice: Voice): Html {
  const { text, to } = voice
  if (view.indicators.length === 0) return html`<p class="empty">${text.noIndicators}</p>`
  const address = planAddress(view.region.id, view.plan.id)
  const labels = { theme: text.byTheme, unit: text.byUnit, status: text.byStatus, charts: text.byChart }
  return html`<nav class="views" aria-label="${text.viewBy}">${planGroupings.map(
    (one) =>
      html`<a href="${to(one === 'theme' ? address : `${address}?by=${one}`)}#indicators"${one === by && html` aria-current="true"`}>${labels[one]}</a>`,
  )}</nav>${by !== 'charts' && view.indicators.some(({ progress }) => (progress.done ?? progress.share) !== null) && bulletKey(voice)}<div${by !== 'charts' && html` data-filter="${text.filterIndicators}"`}>${groupIndicators(
    view.indicators,
    by,
    voice,
  ).map(
    (group) =>
      html`<div class="group"><h3>${group.heading}<span class="count">${group.indicators.length}</span></h3>${
        by === 'charts'
          ? smallMultiples(view.plan, view.region.id, group.indicators, voice)
          : indicatorTable(view.region.id, group.heading, group.indicators, voice, { units: by !== 'unit' })
      }</div>`,
  )}</div>`
}

function bulletKey({ text }: Voice): Html {
  return html`<ul class="key" aria-label="${text.readAs}"><li><svg class="bullet s-on-track" width="28" height="18" aria-hidden="true"><rect class="track" y="4" width="28" height="10"/><rect class="bar" y="4" width="18" height="10"/></svg>${text.bulletKey.bar}</li><li><svg class="bullet" width="4" height="18" aria-hidden="true"><line class="expected" x1="2" x2="2" y1="0" y2="18"/></svg>${text.bulletKey.expected}</li><li><svg class="bullet" width="4" height="18" aria-hidden="true"><line class="goal" x1="2" x2="2" y1="0" y2="18"/></svg>${text.bulletKey.goal}</li></ul>`
}
