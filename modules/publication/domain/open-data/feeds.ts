import type { Bilingual, Language } from '@opensti/kernel'
import { xmlText } from './xml.ts'

/** News of releases: what a feed reader, or another portal, takes in. */
export interface FeedEntry {
  id: string
  title: Bilingual
  summary: Bilingual | null
  region: Bilingual
  at: Date
  isCorrection: boolean
}

/** A page that was taken down, so that readers of the feed take it down as well (RFC 6721). */
export interface GoneEntry {
  id: string
  at: Date
  because: string
}

export interface Feed {
  /** The address of the site, and of the feed and the page that it belongs to. */
  origin: string
  self: string
  page: string
  title: Bilingual
  language: Language
  entries: readonly FeedEntry[]
  gone: readonly GoneEntry[]
}

const correction: Bilingual = { zh: '更正', en: 'Correction' }

/** Atom 1.0 (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const say = (name: Bilingual) => xmlText(name[feed.language])
  const moments = [...feed.entries, ...feed.gone].map((one) => one.at.getTime())
  const updated = new Date(moments.length > 0 ? Math.max(...moments) : 0).toISOString()
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${feed.language === 'zh' ? 'zh-Hans' : 'en'}">`,
    `<id>${xmlText(feed.origin + feed.self)}</id>`,
    `<title>${say(feed.title)}</title>`,
    `<updated>${updated}</updated>`,
    `<author><name>${say(feed.title)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.origin + feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(feed.origin + feed.page)}"/>`,
    ...feed.entries.flatMap((entry) => [
      '<entry>',
      `<id>urn:uuid:${entry.id}</id>`,
      `<title>${say(entry.title)}</title>`,
      `<updated>${entry.at.toISOString()}</updated>`,
      `<published>${entry.at.toISOString()}</published>`,
      `<link rel="alternate" type="text/html" href="${xmlText(addressOf(feed, entry.id))}"/>`,
      `<category term="${entry.isCorrection ? 'correction' : 'release'}" label="${say(entry.isCorrection ? correction : { zh: '发布', en: 'Release' })}"/>`,
      `<summary>${say(summaryOf(entry))}</summary>`,
      '</entry>',
    ]),
    ...feed.gone.map(
      (entry) =>
        `<at:deleted-entry ref="urn:uuid:${entry.id}" when="${entry.at.toISOString()}"><at:comment>${xmlText(entry.because)}</at:comment></at:deleted-entry>`,
    ),
    '</feed>',
  ]
  return `${lines.join('\n')}\n`
}

/** JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title[feed.language],
    language: feed.language === 'zh' ? 'zh-Hans' : 'en',
    home_page_url: feed.origin + feed.page,
    feed_url: feed.origin + feed.self,
    items: feed.entries.map((entry) => ({
      id: `urn:uuid:${entry.id}`,
      url: addressOf(feed, entry.id),
      title: entry.title[feed.language],
      content_text: summaryOf(entry)[feed.language],
      date_published: entry.at.toISOString(),
      tags: [entry.isCorrection ? 'correction' : 'release'],
    })),
  })
}

function addressOf({ origin, language }: Feed, id: string): string {
  return `${origin}${language === 'en' ? '/en' : ''}/releases/${id}`
}

function summaryOf({ region, summary, isCorrection }: FeedEntry): Bilingual {
  const in_ = (language: Language) =>
    [region[language], isCorrection ? correction[language] : '', summary?.[language] ?? '']
      .filter((part) => part !== '')
      .join(language === 'zh' ? '：' : ': ')
  return { zh: in_('zh'), en: in_('en') }
}
