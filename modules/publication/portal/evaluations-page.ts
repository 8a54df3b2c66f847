import type { Bilingual } from '@opensti/kernel'
import { type PortalPage, renderPage, section, voiceOf } from '@opensti/plans'
import { formatDate } from '@opensti/ui'
import { html } from '@opensti/ui/portal'

export interface EvaluationsView {
  region: { id: string; name: Bilingual }
  papers: readonly {
    release: string
    day: string
    kindName: Bilingual
    title: Bilingual
    summary: Bilingual | null
    files: readonly { name: string; href: string }[]
  }[]
}

/** Evaluations, rankings and other papers of a region that have been released. */
export function evaluationsPage(view: EvaluationsView, page: PortalPage): string {
  const { say, to, language } = voiceOf(page)
  const title = say({ zh: '评估与考评结果', en: 'Evaluations and assessments' })
  const region = say(view.region.name)
  return renderPage(page, {
    title: `${title} · ${region}`,
    description: say({
      zh: '已公开的评估报告和考评结果。',
      en: 'Evaluations and results of assessments that are public.',
    }),
    section: 'releases',
    region: view.region.id,
    crumbs: [{ label: region, href: to(`/regions/${view.region.id}`) }, { label: title }],
    body: html`<div class="intro"><p class="kicker">${region}</p><h1>${title}</h1></div>${
      view.papers.length === 0
        ? html`<p class="empty">${say({ zh: '还没有公开的评估报告。公开以后会列在这里。', en: 'No evaluation is public yet. Once one is, it is listed here.' })}</p>`
        : section(
            'papers',
            say({ zh: '材料', en: 'Papers' }),
            html`<ul class="rows">${view.papers.map(
              (paper) =>
                html`<li><h3><a href="${to(`/releases/${paper.release}`)}">${say(paper.title)}</a><span class="tag">${say(paper.kindName)}</span></h3><p class="cite">${formatDate(paper.day, language)}</p>${paper.summary && html`<p>${say(paper.summary)}</p>`}<p class="actions">${paper.files.map((file) => html`<a class="button" href="${file.href}">${file.name}</a>`)}</p></li>`,
            )}</ul>`,
            view.papers.length,
          )
    }`,
  })
}
