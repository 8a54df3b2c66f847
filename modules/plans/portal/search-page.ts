import { type Html, html, safeHref } from '@opensti/ui/portal'
import type { SearchView } from '../contract.ts'
import { type PortalPage, renderPage, type Voice, voiceOf } from './page.ts'

/** What was found, or what to try instead. */
export function searchPage(view: SearchView, page: PortalPage): string {
  const voice = voiceOf(page)
  const { text } = voice
  const query = view.query.trim()
  const heading =
    query === '' ? text.searchTitle : view.total === 0 ? text.searchEmpty(query) : text.searchResults(query, view.total)
  return renderPage(page, {
    title: heading,
    description: heading,
    crumbs: [{ label: text.searchTitle }],
    query: view.query,
    noIndex: true,
    body: html`<div class="intro"><h1>${heading}</h1>${
      view.results.length === 0 && html`<p class="lead">${query === '' ? text.searchShort : text.searchHint}</p>`
    }</div>${view.results.length > 0 && results(view, voice)}`,
  })
}

function results({ results: found }: SearchView, { text, say, to }: Voice): Html {
  return html`<ul class="rows">${found.map(
    (one) =>
      html`<li><h2 class="result"><a href="${to(safeHref(one.href))}">${say(one.title)}</a></h2><p class="cite"><span class="tag first">${text.searchKinds[one.kind]}</span> ${say(one.context)}</p></li>`,
  )}</ul>`
}
