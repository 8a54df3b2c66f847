import { formatAmount } from '@opensti/ui'
import { amountBar } from '@opensti/ui/charts'
import { type Html, html } from '@opensti/ui/portal'
import { comparisonAddress, indicatorAddress } from '../addresses.ts'
import type { ComparisonView } from '../contract.ts'
import { type PortalPage, renderPage, section, type Voice, voiceOf } from './page.ts'
import { citation } from './parts/citation.ts'
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

type Row = ComparisonView['rows'][number]

function choice(view: ComparisonView, { text, to }: Voice): Html | false {
  if (view.basesAllowed.length < 2) return false
  const address = comparisonAddress(view.indicatorId)
  return html`<nav class="choice" aria-label="${text.basis}">${view.basesAllowed.map((basis) =>
    basis === view.basis
      ? html`<b aria-current="true">${text.bases[basis]}</b>`
      : html`<a href="${to(basis === 'absolute' ? address : `${address}?basis=${basis}`)}">${text.bases[basis]}</a>`,
  )}</nav>`
}

function figure(view: ComparisonView, voice: Voice): Html {
  const { text, say, to, language } = voice
  // A province is not a rival of its cities: it stands below them and without a bar.
  const isAbove = (row: Row) => view.rows.some((other) => other.region.parentId === row.region.id)
  const peers = view.rows.filter((row) => !isAbove(row))
  const rows = [...peers, ...view.rows.filter(isAbove)]
  const longest = Math.max(...peers.map((row) => row.value))
  const [first] = peers
  const heading = first
    ? text.compareHeadline(
        say(view.name),
        say(first.region.name),
        formatAmount(first.value, first.unit, language),
        periodText(first.period, voice),
      )
    : ''
  const periods = new Set(view.rows.map((row) => row.period))
  const computed = view.rows.some((row) => row.formula)
  return html`<figure class="figure"><h2>${heading}</h2><p class="sub">${text.bases[view.basis]}${periods.size > 1 && html` · ${text.otherPeriods}`}</p><div class="scroll" tabindex="0" role="group" aria-label="${heading}"><table class="amounts" data-sort><caption class="hidden">${heading}</caption><thead><tr><th scope="col">${text.region}</th><td class="c-bar"></td><th scope="col" class="r">${text.value}</th><th scope="col" class="opt" data-fixed>${computed ? text.formula : text.source}</th></tr></thead><tbody>${rows.map(
    (row, i) =>
      html`<tr><th scope="row"><a href="${to(indicatorAddress(row.region.id, view.indicatorId))}">${say(row.region.name)}</a>${row.region.invented && html`<span class="tag unsure">${text.invented}</span>`}</th><td class="c-bar">${i < peers.length && amountBar({ value: row.value, longest, own: i === 0 })}</td><td class="r" data-value="${row.value}">${formatAmount(row.value, row.unit, language)}<small>${periodText(row.period, voice)}</small></td><td class="opt">${
        row.formula ? html`<span class="cite">${say(row.formula)}</span><br>` : ''
      }${citation(row.citation, voice)}</td></tr>`,
  )}</tbody></table></div></figure>`
}
