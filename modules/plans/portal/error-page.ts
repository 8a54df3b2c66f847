import { html } from '@opensti/ui/portal'
import { type PortalPage, renderPage, voiceOf } from './page.ts'

export interface ErrorView {
  status: number
  /** Advice of the problem itself, when it has any for people. */
  detail?: string
  /** To quote when asking for help. */
  reference?: string
}

/** Says what happened and what to do next. Never what failed inside. */
export function errorPage(view: ErrorView, page: PortalPage): string {
  const { text, to } = voiceOf(page)
  const kind = view.status === 404 || view.status === 403 ? `${view.status}` : view.status >= 500 ? '500' : 'other'
  const { title, advice } = text.errors[kind as keyof typeof text.errors]
  return renderPage(page, {
    title,
    description: advice,
    crumbs: [],
    noIndex: true,
    body: html`<div class="intro"><p class="kicker">${view.status}</p><h1>${title}</h1><p class="lead">${view.status < 500 && view.detail ? view.detail : advice}</p>${
      view.reference && html`<p class="meta">${text.errorNumber}${text.colon}${view.reference}</p>`
    }<p class="actions"><a class="button" href="${to('/')}">${text.backHome}</a></p></div>`,
  })
}
