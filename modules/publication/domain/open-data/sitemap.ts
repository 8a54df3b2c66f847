import { xmlText } from './xml.ts'

/** What search engines should know of, each page in Chinese and in English (sitemaps.org 0.9). At most 50,000 addresses. */
export function sitemap(origin: string, pages: readonly { path: string; changed?: string }[]): string {
  const urls = pages.slice(0, 25_000).flatMap(({ path, changed }) => {
    const english = `/en${path === '/' ? '' : path}`
    const links = [
      `<xhtml:link rel="alternate" hreflang="zh-Hans" href="${xmlText(origin + path)}"/>`,
      `<xhtml:link rel="alternate" hreflang="en" href="${xmlText(origin + english)}"/>`,
    ].join('')
    const last = changed ? `<lastmod>${xmlText(changed)}</lastmod>` : ''
    return [path, english].map((one) => `<url><loc>${xmlText(origin + one)}</loc>${last}${links}</url>`)
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}
