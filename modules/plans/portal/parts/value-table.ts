import { formatDate } from '@opensti/ui'
import { type Html, html } from '@opensti/ui/portal'
import type { Progress, Value } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { citation } from './citation.ts'
import { periodText, valueText } from './figures.ts'
import { releaseNote, vintageNote } from './release-note.ts'

/** Published values with their nature, maturity and source, newest first. */
export function valueTable(
  values: readonly Value[],
  caption: string,
  voice: Voice,
  rule: Progress['rule'] = 'at-least',
): Html {
  const { text, language } = voice
  // Readers may sort the table; periods then go by time, not by how they are written.
  const order = new Map(values.map((value, at) => [value, at]))
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="cards" data-sort role="table"><caption class="hidden">${caption}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text.period}</th><th role="columnheader" scope="col" class="r">${text.value}</th><th role="columnheader" scope="col">${text.nature}</th><th role="columnheader" scope="col">${text.maturity}</th><th role="columnheader" scope="col">${text.publishedOn}</th><th role="columnheader" scope="col" data-fixed>${text.source}</th></tr></thead><tbody role="rowgroup">${values
    .toReversed()
    .map(
      (value) =>
        html`<tr role="row"><th role="rowheader" scope="row" class="num" data-value="${order.get(value)}">${periodText(value.period, voice)}</th><td class="r" role="cell" data-label="${text.value}" data-value="${value.value}">${valueText(value, rule, voice)}${value.note && html`<small>${voice.say(value.note)}</small>`}</td><td class="num" role="cell" data-label="${text.nature}">${text.natures[value.nature]}</td><td class="num" role="cell" data-label="${text.maturity}">${text.maturities[value.maturity]}</td><td class="num" role="cell" data-label="${text.publishedOn}">${value.publishedOn ? formatDate(value.publishedOn, language) : '—'}${vintageNote(value, voice)}${releaseNote(value, voice)}</td><td class="whole" role="cell" data-label="${text.source}">${citation(value.citation, voice)}</td></tr>`,
    )}</tbody></table></div>`
}
