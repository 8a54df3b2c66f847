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
  return html`<p>${partsWords(table, view, voice).join(' ')}</p><div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="cards" data-sort role="table"><caption class="hidden">${caption}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text.parts.unit}</th><th role="columnheader" scope="col" class="r">${periodText(newest.period, voice)}</th><td role="cell" data-fixed class="c-bar"></td>${share && html`<th role="columnheader" scope="col" class="r">${text.parts.share}</th>`}${periods
    .slice(1)
    .map(
      (one) => html`<th role="columnheader" scope="col" class="r">${periodText(one.period, voice)}</th>`,
    )}<th role="columnheader" scope="col">${text.publishedOn}</th></tr></thead><tbody role="rowgroup">${table.rows.map((row) => unitRow(row, table, voice))}</tbody></table></div>`
}

function unitRow({ unit, values, share }: PartsRow, { newest, periods, longest }: PartsTable, voice: Voice): Html {
  const { text, say } = voice
  const [first, ...earlier] = values
  return html`<tr role="row"><th role="rowheader" scope="row" data-value="${say(unit.name)}">${unitLinks([unit], voice, true)}</th>${valueCell(first ?? null, periodText(newest.period, voice), voice)}<td class="c-bar" role="cell">${first && amountBar({ value: first.value, longest, own: false })}</td>${
    newest.sum !== null &&
    html`<td class="r" role="cell" data-label="${text.parts.share}" data-value="${share ?? -1}">${shareText(share)}</td>`
  }${earlier.map((value, at) => valueCell(value, periodText(periods[at + 1]!.period, voice), voice))}<td class="num" role="cell" data-label="${text.publishedOn}">${first ? publication(first, voice) : '—'}</td></tr>`
}

function valueCell(value: Value | null, label: string, voice: Voice): Html {
  return html`<td class="r" role="cell" data-label="${label}" data-value="${value?.value ?? ''}">${
    value
      ? html`${valueText(value, 'at-least', voice)}${value.note && html`<small>${voice.say(value.note)}</small>`}`
      : '—'
  }</td>`
}

function publication(value: Value, voice: Voice): Html {
  return html`${value.publishedOn ? formatDate(value.publishedOn, voice.language) : '—'}${vintageNote(value, voice)}${releaseNote(value, voice)}`
}
