import { formatDate, formatUnit, statusMarks } from '@opensti/ui'
import { type Html, html, statusBadge } from '@opensti/ui/portal'
import { planAddress } from '../../addresses.ts'
import type { IndicatorView } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { citation } from './citation.ts'
import { periodText, targetText, valueText } from './figures.ts'
import { progressRows } from './progress-words.ts'
import { releaseNote } from './release-note.ts'
import { successorOf } from './successor.ts'
import { changeNotes } from './target-changes.ts'

/** For every plan: the formula with its numbers written in, and each number with its period. */
export function progressParts(view: IndicatorView, voice: Voice): Html | false {
  const { text, say, to, language } = voice
  if (view.plans.length === 0) return false
  return html`<div class="columns">${view.plans.map(({ plan, progress }) => {
    const caption = `${text.inputs}${text.colon}${say(plan.name)}`
    return html`<div class="panel"><h3><a href="${to(planAddress(plan.regionId, plan.id))}">${say(plan.name)}</a></h3><p class="meta"><span>${statusBadge(progress.status, language)} ${statusMarks[progress.status].meaning[language]}</span><span>${text.rule[progress.rule]}${text.comma}${text.path[progress.path]}</span></p><p class="formula">${say(progress.formula)}</p>${
      progress.inputs.length > 0 &&
      html`<table><caption class="hidden">${caption}</caption><thead><tr><th scope="col">${text.input}</th><th scope="col" class="r">${text.value}</th></tr></thead><tbody>${progressRows(
        progress,
        view.unit,
        voice,
      ).map(
        (row) =>
          html`<tr><th scope="row">${row.label}${row.period && html`<span class="under">${row.period}</span>`}</th><td class="r">${row.value}</td></tr>`,
      )}</tbody></table>`
    }<p class="actions"><a href="${to('/formulas')}#${progress.rule}">${text.formulas}</a></p></div>`
  })}</div>`
}

/** Every target and baseline as the documents have it, with its place and certainty. */
export function statedTargets(view: IndicatorView, voice: Voice): Html | false {
  const { text, say } = voice
  const rows = view.plans.flatMap(({ plan, targets, progress }) =>
    targets.map((target) => ({ plan, target, progress })),
  )
  if (rows.length === 0) return false
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${text.targetsStated}"><table class="cards" role="table"><caption class="hidden">${text.targetsStated}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text.period}</th><th role="columnheader" scope="col" class="r">${text.value}</th><th role="columnheader" scope="col">${text.plan}</th><th role="columnheader" scope="col">${text.source}</th></tr></thead><tbody role="rowgroup">${rows.map(
    ({ plan, target, progress }) =>
      html`<tr role="row"><th role="rowheader" scope="row" class="num">${target.year === null ? '—' : periodText(String(target.year), voice)}<span class="under">${target.staged ? text.stage : text.kinds[target.kind]}</span></th><td class="r" role="cell" data-label="${text.value}">${targetText(target, progress.rule, voice)}${target.note && html`<small>${say(target.note)}</small>`}</td><td role="cell" data-label="${text.plan}">${say(plan.name)}</td><td class="whole" role="cell" data-label="${text.source}">${citation(target.citation, voice)}${changeNotes(target, progress.rule, voice).map((note) => html`<p>${note}</p>`)}</td></tr>`,
  )}</tbody></table></div>`
}

/** Values that were replaced, kept as they were, with the reason. */
export function revisionTable(view: IndicatorView, voice: Voice): Html | false {
  const { text, say, language } = voice
  if (view.revisions.length === 0) return false
  return html`<p>${text.revisionsLead}</p><div class="scroll" tabindex="0" role="group" aria-label="${text.revisions}"><table class="cards" role="table"><caption class="hidden">${text.revisions}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text.period}</th><th role="columnheader" scope="col">${text.vintage}</th><th role="columnheader" scope="col" class="r">${text.value}</th><th role="columnheader" scope="col">${text.publishedOn}</th><th role="columnheader" scope="col">${text.replacedBecause}</th></tr></thead><tbody role="rowgroup">${view.revisions.map(
    (value) => {
      const reason = value.replacedBecause ?? successorOf(view, value)?.replacedBecause ?? null
      return html`<tr role="row"><th role="rowheader" scope="row" class="num">${periodText(value.period, voice)}${value.reportedBy && html`<span class="under">${say(value.reportedBy.name)}</span>`}</th><td class="num" role="cell" data-label="${text.vintage}">${text.vintageOf(value.vintage)}</td><td class="r" role="cell" data-label="${text.value}">${valueText(value, 'at-least', voice)}</td><td class="num" role="cell" data-label="${text.publishedOn}">${value.publishedOn ? formatDate(value.publishedOn, language) : '—'}${releaseNote(value, voice)}</td><td class="whole" role="cell" data-label="${text.replacedBecause}">${reason ? say(reason) : '—'}</td></tr>`
    },
  )}</tbody></table></div>`
}

/** What is counted, how and by whom. */
export function definition(view: IndicatorView, voice: Voice): Html {
  const { text, say, language } = voice
  const unit = formatUnit(view.unit, language)
  const rows: [string, string | false | null][] = [
    [text.definition, view.definition ? say(view.definition) : text.definitionMissing],
    [text.unitOfMeasure, unit],
    [text.dataSource, view.source && say(view.source)],
    [text.frequency, text.frequencies[view.frequency] ?? view.frequency],
    [text.polarity, text.polarities[view.polarity]],
    [text.computedFrom, view.computed && say(view.computed)],
    [text.otherNames, view.aliases.join(text.list)],
  ]
  return html`<dl class="facts">${rows.filter(([, value]) => value).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
}
