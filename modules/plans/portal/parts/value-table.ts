import { formatDate } from '@opensti/ui'
import { type Html, html } from '@opensti/ui/portal'
import type { Progress, Value } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { citation } from './citation.ts'
import { periodText, valueText } from './figures.ts'

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
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table data-sort><caption class="hidden">${caption}</caption><thead><tr><th scope="col">${text.period}</th><th scope="col" class="r">${text.value}</th><th scope="col">${text.nature}</th><th scope="col">${text.maturity}</th><th scope="col">${text.publishedOn}</th><th scope="col" data-fixed>${text.source}</th></tr></thead><tbody>${values
    .toReversed()
    .map(
      (value) =>
        html`<tr><th scope="row" class="num" data-value="${order.get(value)}">${periodText(value.period, voice)}</th><td class="r" data-value="${value.value}">${valueText(value, rule, voice)}</td><td class="num">${text.natures[value.nature]}</td><td class="num">${text.maturities[value.maturity]}</td><td class="num">${value.publishedOn ? formatDate(value.publishedOn, language) : '—'}</td><td>${citation(value.citation, voice)}</td></tr>`,
    )}</tbody></table></div>`
}
