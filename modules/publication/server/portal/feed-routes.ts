import { type Context, defineRoute, type Route } from '@opensti/http'
import { type Bilingual, type Language, notFound } from '@opensti/kernel'
import { openDataRegions } from '@opensti/plans'
import { sql } from 'kysely'
import { z } from 'zod'
import { atomFeed, type Feed, jsonFeed } from '../../domain/open-data/feeds.ts'
import { openHeaders } from '../open-data/data-routes.ts'
import { publicState } from '../public-state.ts'
import { publicReleases } from '../views/public-views.ts'

const forms = {
  atom: { make: atomFeed, contentType: 'application/atom+xml; charset=utf-8' },
  json: { make: jsonFeed, contentType: 'application/feed+json; charset=utf-8' },
} as const

/** Feeds of all releases and of each region's, in both languages and both forms. */
export function feedRoutes(originOf: () => string): Route[] {
  return (['', '/en'] as const).flatMap((prefix) =>
    (['atom', 'json'] as const).flatMap((form) =>
      ['/releases', '/regions/:region/releases'].map((path) =>
        defineRoute({
          method: 'GET',
          url: `${prefix}${path}.${form}`,
          action: 'publication.public.read',
          summary: { zh: '发布动态', en: 'Feed of releases' },
          ...(path.includes(':') && { params: z.object({ region: z.string().min(1).max(120) }) }),
          answer: 'page',
          state: publicState,
          handle: async (context) => {
            const { region } = (context.params ?? {}) as { region?: string }
            const feed = await feedOf(context as Context, region ?? null, prefix === '/en' ? 'en' : 'zh', originOf())
            return { body: forms[form].make(feed), contentType: forms[form].contentType, headers: openHeaders }
          },
        }),
      ),
    ),
  )
}

async function feedOf(
  { db, request }: Context,
  region: string | null,
  language: Language,
  origin: string,
): Promise<Feed> {
  const place = region === null ? null : (await openDataRegions(db)).find((one) => one.id === region)
  if (place === undefined) throw notFound()
  const prefix = language === 'en' ? '/en' : ''
  const title: Bilingual = {
    zh: `${place ? `${place.name.zh} · ` : ''}科技创新规划数据发布`,
    en: `${place ? `${place.name.en} · ` : ''}Releases of plan figures`,
  }
  return {
    origin,
    self: request.url.split('?')[0] ?? '',
    page: `${prefix}${region === null ? '' : `/regions/${region}`}/releases`,
    title,
    language,
    entries: (await publicReleases(db, region, 100)).map((release) => ({
      id: release.id,
      title: release.title,
      summary: release.note,
      region: release.region,
      at: release.publicFrom,
      isCorrection: release.corrections > 0,
    })),
    gone: await gone(db, region),
  }
}

async function gone(db: Context['db'], region: string | null): Promise<Feed['gone']> {
  const { rows } = await sql<{ id: string; at: Date; because: string | null }>`
    select r.id, m.at, m.text as because from publication.release r
    join publication.release_move m on m.release_id = r.id and m.verb = 'retract'
    where r.state = 'retracted' ${region === null ? sql`` : sql`and r.region_id = ${region}`}
    order by m.at desc limit 100`.execute(db)
  return rows.map((row) => ({ id: row.id, at: row.at, because: row.because ?? '' }))
}
