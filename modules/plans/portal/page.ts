import type { Language } from '@opensti/kernel'
import { type Crumb, type Html, html, layout } from '@opensti/ui/portal'
import { regionAddress } from '../addresses.ts'
import type { Name, RegionRef } from '../contract.ts'
import { messages } from './messages.ts'
import { markChinese } from './parts/mark-chinese.ts'

/** What every page is told besides its view. */
export interface PortalPage {
  language: Language
  /** The address asked for, without the language prefix, with its query. */
  path: string
  /** For canonical links: https://sti.example. Left out, the page names none. */
  origin?: string
  /** Regions of the region switch, provinces before their cities. */
  regions?: readonly RegionRef[]
}

/** A page in the making: its language, its words, and how to address other pages in the same language. */
export interface Voice {
  language: Language
  text: (typeof messages)[Language]
  /** A name in the page's language. */
  say: (name: Name) => string
  /** An address of this site in the page's language. Other addresses stay as they are. */
  to: (path: string) => string
}

export function voiceOf({ language }: { language: Language }): Voice {
  return {
    language,
    text: messages[language],
    say: (name) => (language === 'en' && name.en) || name.zh,
    to: (path) => (language === 'en' && path.startsWith('/') ? (path === '/' ? '/en' : `/en${path}`) : path),
  }
}

export interface Content {
  title: string
  description: string
  crumbs: readonly Crumb[]
  body: Html
  section?: 'formulas' | 'open-data' | 'releases'
  region?: string
  query?: string
  noIndex?: boolean
}

/** Puts a page's content into the frame that all pages share. */
export function renderPage(page: PortalPage, content: Content): string {
  const { text, say, to } = voiceOf(page)
  const invented = page.regions?.find((region) => region.invented && region.id === content.region)
  const home: Crumb = { label: text.home, href: to('/') }
  return layout({
    language: page.language,
    title: content.title,
    description: content.description,
    path: page.path,
    ...(page.origin ? { origin: page.origin } : {}),
    siteName: text.siteName,
    nav: [
      { label: text.releases, href: to('/releases'), current: content.section === 'releases' },
      { label: text.formulas, href: to('/formulas'), current: content.section === 'formulas' },
      { label: text.openData, href: to('/open-data'), current: content.section === 'open-data' },
    ],
    regions: (page.regions ?? []).map((region) => ({
      label: say(region.name),
      href: to(regionAddress(region.id)),
      child: region.parentId !== null,
      current: region.id === content.region,
    })),
    search: { href: to('/search'), value: content.query ?? '', label: text.searchLabel },
    feeds: feedsOf(page, content.region),
    crumbs: content.crumbs.length > 0 ? [home, ...content.crumbs] : [],
    footer: html`<p>${text.footer}</p><nav aria-label="${text.footerNav}"><ul><li><a href="${to('/formulas')}">${text.formulas}</a></li><li><a href="${to('/open-data')}">${text.openData}</a></li><li><a href="${to('/verify')}">${text.verify}</a></li><li><a href="https://www.apache.org/licenses/LICENSE-2.0" rel="license">${text.licence}</a></li></ul></nav>`,
    body: html`${invented && html`<p class="kicker"><span class="tag first unsure">${text.invented}</span> ${text.inventedNote(say(invented.name))}</p>`}${page.language === 'en' ? markChinese(content.body) : content.body}`,
    noIndex: content.noIndex ?? false,
  })
}

/** The releases of the page's region and of all regions, for programs that follow them. */
function feedsOf(page: PortalPage, region?: string) {
  const { text, say, to } = voiceOf(page)
  const place = page.regions?.find((one) => one.id === region)
  const lists = [
    ...(place ? [{ title: `${text.releases} · ${say(place.name)}`, base: `${regionAddress(place.id)}/releases` }] : []),
    { title: text.releases, base: '/releases' },
  ]
  return lists.flatMap(({ title, base }) => [
    { title: `${title} (Atom)`, href: to(`${base}.atom`), type: 'application/atom+xml' as const },
    { title: `${title} (JSON Feed)`, href: to(`${base}.json`), type: 'application/feed+json' as const },
  ])
}

/** A section with its heading, or nothing when there is nothing to show. */
export function section(id: string, heading: string, body: Html | false | null, count?: number): Html | false {
  if (!body) return false
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${heading}${count !== undefined && html`<span class="count">${count}</span>`}</h2>${body}</section>`
}
