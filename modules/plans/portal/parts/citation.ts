import { type Html, html, join } from '@opensti/ui/portal'
import { documentAddress } from '../../addresses.ts'
import type { Citation } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { citedName } from './document-name.ts'
import { isSure } from './is-sure.ts'

/** Where a fact stands and how sure that is: document, section, paragraph, certainty. */
export function citation(cite: Citation, voice: Voice): Html {
  const { text, say, to } = voice
  const place = [cite.section, cite.paragraph !== null && text.paragraph(cite.paragraph)]
    .filter(Boolean)
    .join(text.comma)
  const title = citedName(cite, voice)
  return html`<span class="cite">${
    cite.documentId ? html`<a href="${to(documentAddress(cite.documentId))}">${title}</a>` : title
  }${place && html` ${place}`} ${certainty(cite, voice)}${cite.note && html`<span class="under">${say(cite.note)}</span>`}</span>`
}

export function certainty(cite: Pick<Citation, 'verified'>, { text }: Voice): Html {
  return html`<span class="tag${!isSure(cite.verified) && ' unsure'}">${text.verified[cite.verified]}</span>`
}

/** The papers behind a chart, each once; sections and paragraphs stand in the table behind it. */
export function sources(cites: readonly Citation[], voice: Voice): Html {
  const { to, text } = voice
  const papers = new Map(cites.map((cite) => [cite.documentId || cite.documentTitle.zh, cite]))
  return join(
    [...papers.values()].map((cite) => {
      const title = citedName(cite, voice)
      return cite.documentId ? html`<a href="${to(documentAddress(cite.documentId))}">${title}</a>` : html`${title}`
    }),
    text.list,
  )
}
