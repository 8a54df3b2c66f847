import { formatAmount } from '@opensti/ui'
import { amountBar } from '@opensti/ui/charts'
import { type Html, html } from '@opensti/ui/portal'
import { comparisonAddress, indicatorAddress } from '../addresses.ts'
import type { ComparisonView } from '../contract.ts'
import { type PortalPage, renderPage, section, type Voice, voiceOf } from './page.ts'
import { citation } from './parts/citation.ts'
import { basisName, compareHeading } from './parts/comparison.ts'
import { periodText } from './parts/figures.ts'

/** The same indicator in several regions, where the definition allows it; a refused basis says why. */
export function comparePage(view: ComparisonView, page: PortalPage): string {
  const voice = voiceOf(page)
  const { text, say } = voice
  const title = text.compareTitle(say(view.name))
  return renderPage(page, {
    title,
    description: text.compareDescription(say(view.name)),
    crumbs: [{ label: title }],
    body: html`<div class="intro"><h1>${title}</h1>${view.definition && html`<p class="lead">${say(view.definition)}</p>`}</div>${choice(view, voice)}${
      view.rows.length > 0 ? figure(view, voice) : html`<p class="empty">${text.noComparison}</p>`
    }${section(
      'refused',
      text.refused,
      view.refused.length > 0 &&
        html`${view.refused.map((one) => html`<div class="note"><p><b>${text.bases[one.basis]}</b>${text.colon}${say(one.because)}</p></div>`)}`,
    )}`,
  })
}

function choice(view: ComparisonView, voice: Voice): Html | false {
  const { text, to } = voice
  if (view.basesAllowed.length < 2) return false
  const address = comparisonAddress(view.indicatorId)
  return html`<nav class="choice" aria-label="${text.basis}">${view.basesAllowed.map((basis) =>
    basis === view.basis
      ? html`<b aria-current="true">${basisName(basis, view, voice)}</b>`
      : html`<a href="${to(basis === 'absolute' ? address : `${address}?basis=${basis}`)}">${basisName(basis, view, voice)}</a>`,
  )}</nav>`
}

function figure(view: ComparisonView, voice: Voice): Html {
  const { text } = voice
  const ranked = view.rows.filter((row) => row.rank !== null)
  const longest = Math.max(...ranked.map((row) => row.value))
  const heading = compareHeading(view, voice)
  const groups = [
    ranked,
    view.rows.filter((row) => row.rank === null && !row.above),
    view.rows.filter((row) => row.rank === null && row.above),
  ]
  const notes = [null, view.period ? text.otherPeriods : text.noCommonPeriod, text.notRivals]
  const computed = view.rows.some((row) => row.formula)
  return html`<figure class="figure"><h2>${heading}</h2>${(view.total || view.period) && html`<p class="sub">${[view.total && basisName(view.basis, view, voice), view.period && periodText(view.period, voice)].filter(Boolean).join(' · ')}</p>`}<div class="scroll" tabindex="0" role="group" aria-label="${heading}"><table class="amounts${ranked.length === 0 && ' plain'}"><caption class="hidden">${heading}</caption><thead><tr><th scope="col">${text.region}</th><td class="c-bar"></td><th scope="col" class="r">${text.value}</th><th scope="col">${text.period}</th><th scope="col" class="opt">${computed ? text.formula : text.source}</th></tr></thead>${groups.map(
    (rows, at) =>
      rows.length > 0 &&
      html`<tbody>${notes[at] && html`<tr><td class="note-row" colspan="5">${notes[at]}</td></tr>`}${rows.map((row) => regionRow(row, view, longest, voice))}</tbody>`,
  )}</table></div></figure>`
}

function regionRow(row: ComparisonView['rows'][number], view: ComparisonView, longest: number, voice: Voice): Html {
  const { text, say, to, language } = voice
  return html`<tr><th scope="row"><a href="${to(indicatorAddress(row.region.id, view.indicatorId))}">${say(row.region.name)}</a>${row.region.invented && html`<span class="tag unsure">${text.invented}</span>`}</th><td class="c-bar">${row.rank !== null && amountBar({ value: row.value, longest, own: row.rank === 1 })}</td><td class="r">${formatAmount(row.value, row.unit, language)}</td><td class="num">${periodText(row.period, voice)}</td><td class="opt">${
    row.formula ? html`<span class="cite">${say(row.formula)}</span><br>` : ''
  }${citation(row.citation, voice)}</td></tr>`
}
