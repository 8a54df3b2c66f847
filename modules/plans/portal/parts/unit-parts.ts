import { formatDate } from '@opensti/ui'
import { amountBar } from '@opensti/ui/charts'
import { type Html, html } from '@opensti/ui/portal'
import type { IndicatorView, Value } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { arrangeParts, type PartsRow, type PartsTable, partsWords, shareText } from './arrange-parts.ts'
import { periodText, valueText } from './figures.ts'
import { releaseNote, vintageNote } from './release-note.ts'
import { unitLinks } from './units.ts'

/** Where several units report parts: whose figure is which, drawn and in a table that readers may sort. */
export function unitPartsTables(view: IndicatorView, voice: Voice): Html | false {
  if (view.parts.length === 0) return false
  const { text } = voice
  return html`${arrangeParts(view.parts).map((table) => oneTable(table, view, voice))}<p class="cite">${text.parts.allPeriods}</p>`
}

function oneTable(table: PartsTable, view: IndicatorView, voice: Voice): Html {
  const { text } = voice
  const { newest, periods } = table
  const caption = `${text.parts.title}${text.colon}${text.natures[newest.nature]}`
  const share = newest.sum !== null
  return html`<p>${partsWords(table, view, voice).join(' ')}</p><div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="amounts" data-sort><caption class="hidden">${caption}</caption><thead><tr><th scope="col">${text.parts.unit}</th><th scope="col" class="r">${periodText(newest.period, voice)}</th><td data-fixed class="c-bar"></td>${share && html`<th scope="col" class="r">${text.parts.share}</th>`}${periods
    .slice(1)
    .map(
      (one) => html`<th scope="col" class="r opt">${periodText(one.period, voice)}</th>`,
    )}<th scope="col" class="opt">${text.publishedOn}</th></tr></thead><tbody>${table.rows.map((row) => unitRow(row, table, voice))}</tbody></table></div>`
}

function unitRow({ unit, values, share }: PartsRow, { newest, longest }: PartsTable, voice: Voice): Html {
  const { say } = voice
  const [first, ...earlier] = values
  return html`<tr><th scope="row" data-value="${say(unit.name)}">${unitLinks([unit], voice, true)}${first?.note && html`<span class="under">${say(first.note)}</span>`}</th>${valueCell(first ?? null, voice)}<td class="c-bar">${first && amountBar({ value: first.value, longest, own: false })}</td>${
    newest.sum !== null && html`<td class="r" data-value="${share ?? -1}">${shareText(share)}</td>`
  }${earlier.map((value) => valueCell(value, voice, ' opt'))}<td class="num opt">${first ? publication(first, voice) : '—'}</td></tr>`
}

function valueCell(value: Value | null, voice: Voice, more = ''): Html {
  return html`<td class="r num${more}" data-value="${value?.value ?? ''}">${value ? valueText(value, 'at-least', voice) : '—'}</td>`
}

function publication(value: Value, voice: Voice): Html {
  return html`${value.publishedOn ? formatDate(value.publishedOn, voice.language) : '—'}${vintageNote(value, voice)}${releaseNote(value, voice)}`
}
