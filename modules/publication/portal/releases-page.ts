import type { Bilingual } from '@opensti/kernel'
import { type PortalPage, renderPage, section, type Voice, voiceOf } from '@opensti/plans'
import { formatDate } from '@opensti/ui'
import { type Html, html } from '@opensti/ui/portal'

/** A line of a list of releases. */
export interface ReleaseLine {
  id: string
  regionId: string
  region: Bilingual
  title: Bilingual
  note: Bilingual | null
  day: string
  figures: number
  corrections: number
}

export interface ReleasesView {
  region: { id: string; name: Bilingual } | null
  releases: readonly ReleaseLine[]
}

/** What has been released, the latest first, with the way to subscribe. */
export function releasesPage(view: ReleasesView, page: PortalPage): string {
  const voice = voiceOf(page)
  const { say, to } = voice
  const title = say({ zh: '数据发布', en: 'Releases' })
  const base = view.region === null ? '/releases' : `/regions/${view.region.id}/releases`
  return renderPage(page, {
    title: view.region === null ? title : `${title} · ${say(view.region.name)}`,
    description: say({ zh: '已公开的数据和更正，按时间排列。', en: 'Published figures and corrections by time.' }),
    section: 'releases',
    ...(view.region && { region: view.region.id }),
    crumbs: [
      ...(view.region === null ? [] : [{ label: say(view.region.name), href: to(`/regions/${view.region.id}`) }]),
      { label: title },
    ],
    body: html`<div class="intro">${view.region && html`<p class="kicker">${say(view.region.name)}</p>`}<h1>${title}</h1><p class="lead">${say({ zh: '每次发布都有固定地址；更正另作一次发布，原来的数保留。', en: 'Each release has an address that stays; a correction is a release of its own and keeps what it replaces.' })}</p><p class="actions"><a href="${to(`${base}.atom`)}" rel="alternate" type="application/atom+xml">${say({ zh: '订阅（Atom）', en: 'Subscribe (Atom)' })}</a><a href="${to(`${base}.json`)}" rel="alternate" type="application/feed+json">${say({ zh: '订阅（JSON Feed）', en: 'Subscribe (JSON Feed)' })}</a></p></div>${
      view.releases.length === 0
        ? html`<p class="empty">${say({ zh: '还没有发布过数据。发布以后会列在这里，也可以先订阅。', en: 'Nothing has been released yet. It will be listed here; you can subscribe already.' })}</p>`
        : section(
            'releases',
            say({ zh: '全部发布', en: 'All releases' }),
            html`<ul class="rows">${view.releases.map((release) => releaseLine(release, view.region === null, voice))}</ul>`,
            view.releases.length,
          )
    }`,
  })
}

function releaseLine(release: ReleaseLine, withRegion: boolean, voice: Voice): Html {
  const { say, to, language } = voice
  return html`<li><h3><a href="${to(`/releases/${release.id}`)}">${say(release.title)}</a>${release.corrections > 0 && html`<span class="tag">${say({ zh: `更正 ${release.corrections} 个数`, en: release.corrections === 1 ? '1 correction' : `${release.corrections} corrections` })}</span>`}</h3><p class="cite">${formatDate(release.day, language)}${withRegion && html` · ${say(release.region)}`}${release.figures > 0 && ` · ${say({ zh: `${release.figures} 个数`, en: release.figures === 1 ? '1 figure' : `${release.figures} figures` })}`}</p>${release.note && html`<p>${say(release.note)}</p>`}</li>`
}
