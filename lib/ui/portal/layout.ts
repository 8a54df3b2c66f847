import { portalAssets } from './assets.ts'
import { type Html, html } from './html.ts'
import { markSprite } from './marks.ts'
import { shellMessages } from './shell-messages.ts'

type Language = 'zh' | 'en'

export interface Crumb {
  label: string
  /** Absent for the page itself. */
  href?: string
}

export interface Shell {
  language: Language
  title: string
  description: string
  /** Address without the language prefix, with its query: /regions/a?by=unit. */
  path: string
  /** For canonical links: https://sti.example. Left out, the page names none. */
  origin?: string
  siteName: string
  /** Links of the header and the footer; `current` marks the section the page belongs to. */
  nav: readonly { label: string; href: string; current?: boolean }[]
  /** The region switch; empty hides it. */
  regions: readonly { label: string; href: string; child: boolean; current: boolean }[]
  search: { href: string; value: string; label: string }
  crumbs: readonly Crumb[]
  /** News that a reader's program may follow from here, found by it in the head of the page. */
  feeds?: readonly { title: string; href: string; type: 'application/atom+xml' | 'application/feed+json' }[]
  footer: Html
  body: Html
  /** Pages that search engines should leave out: errors, search results. */
  noIndex?: boolean
}

/** A whole page around its content: landmarks, skip link, language and theme switch. Answers the text of the page. */
export function layout(shell: Shell): string {
  const { language, path, origin = '' } = shell
  const text = shellMessages[language]
  const here = `${origin}${language === 'en' ? `/en${path === '/' ? '' : path}` : path}`
  const inChinese = `${origin}${path}`
  const inEnglish = `${origin}/en${path === '/' ? '' : path}`
  const home = language === 'en' ? '/en' : '/'
  const title = path === '/' ? `${shell.title} · OpenSTI` : `${shell.title} · ${shell.siteName}`
  return html`<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-Hans'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${shell.description}">
<meta name="color-scheme" content="light dark">
${
  shell.noIndex
    ? html`<meta name="robots" content="noindex">\n`
    : origin &&
      html`<link rel="canonical" href="${here}">
<link rel="alternate" hreflang="zh-Hans" href="${inChinese}">
<link rel="alternate" hreflang="en" href="${inEnglish}">
`
}${(shell.feeds ?? []).map(
  (feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">
`,
)}<link rel="icon" href="${portalAssets.icon.href}" type="image/svg+xml">
<link rel="stylesheet" href="${portalAssets.style.href}">
<script src="${portalAssets.script.href}"></script>
</head>
<body>
<a class="skip" href="#main">${text.skip}</a>
${markSprite}
<header class="site-header"><div class="wrap">
<a class="brand" href="${home}"><b>OpenSTI</b><span>${shell.siteName}</span></a>
<nav class="site-nav" aria-label="${text.mainNav}"><ul>${
    shell.regions.length > 0 &&
    html`<li><details class="menu"><summary>${text.regions}</summary><ul>${shell.regions.map(
      (region) =>
        html`<li${region.child && html` class="child"`}><a href="${region.href}"${region.current && html` aria-current="true"`}>${region.label}</a></li>`,
    )}</ul></details></li>`
  }${shell.nav.map(({ label, href, current }) => html`<li><a href="${href}"${current && html` aria-current="page"`}>${label}</a></li>`)}</ul></nav>
<form class="find" role="search" action="${shell.search.href}" method="get"><label class="hidden" for="q">${shell.search.label}</label><input id="q" name="q" type="search" placeholder="${shell.search.label}" value="${shell.search.value}" autocomplete="off"><button>${text.search}</button></form>
<div class="tools"><button type="button" class="theme" data-dark="${text.dark}" data-light="${text.light}">${text.dark}</button>${
    language === 'en'
      ? html`<a href="${path}" lang="zh-Hans" hreflang="zh-Hans">中文</a>`
      : html`<a href="${`/en${path === '/' ? '' : path}`}" lang="en" hreflang="en">English</a>`
  }</div>
</div></header>
${
  shell.crumbs.length > 0 &&
  html`<nav class="crumbs wrap" aria-label="${text.crumbs}"><ol>${shell.crumbs.map((crumb) =>
    crumb.href
      ? html`<li><a href="${crumb.href}">${crumb.label}</a></li>`
      : html`<li aria-current="page">${crumb.label}</li>`,
  )}</ol></nav>`
}
<main id="main" class="wrap">
${shell.body}
</main>
<footer class="site-footer"><div class="wrap">${shell.footer}</div></footer>
</body>
</html>
`.markup
}
