import type { KeyObject } from 'node:crypto'
import { defineRoute, type Route } from '@opensti/http'
import { openDataRegions } from '@opensti/plans'
import { sitemap } from '../domain/open-data/sitemap.ts'
import { checkRoutes } from './check-routes.ts'
import { dataRoutes, openHeaders } from './open-data/data-routes.ts'
import { feedRoutes } from './portal/feed-routes.ts'
import { releasePages } from './portal/pages.ts'
import { publicState } from './public-state.ts'
import { publicReleases } from './views/public-views.ts'

export interface PublicMeans {
  /** Where people reach the house, without a slash at the end. */
  publicUrl: () => string
  /** The key that signs releases; absent where nothing is signed. */
  releaseKey?: () => KeyObject
}

/** Everything about releases and open data that anybody may ask for. */
export function publicationPages({ publicUrl, releaseKey }: PublicMeans): readonly Route[] {
  return [
    ...releasePages,
    ...checkRoutes,
    ...dataRoutes(publicUrl),
    ...feedRoutes(publicUrl),
    defineRoute({
      method: 'GET',
      url: '/sitemap.xml',
      action: 'publication.public.read',
      summary: { zh: '站点地图', en: 'Sitemap' },
      answer: 'page',
      state: publicState,
      handle: async ({ db }) => {
        const regions = await openDataRegions(db)
        const releases = await publicReleases(db, null, 5000)
        const pages = [
          { path: '/' },
          { path: '/releases' },
          { path: '/open-data' },
          { path: '/data/dictionary' },
          { path: '/formulas' },
          { path: '/verify' },
          ...regions.flatMap((region) => [
            { path: `/regions/${region.id}` },
            { path: `/regions/${region.id}/releases` },
            { path: `/regions/${region.id}/evaluations` },
            ...region.plans.map((plan) => ({ path: `/regions/${region.id}/plans/${plan.code}` })),
          ]),
          ...releases.map((release) => ({
            path: `/releases/${release.id}`,
            changed: release.publicFrom.toISOString(),
          })),
        ]
        return {
          body: sitemap(publicUrl(), pages),
          contentType: 'application/xml; charset=utf-8',
          headers: { 'cache-control': 'no-cache' },
        }
      },
    }),
    defineRoute({
      method: 'GET',
      url: '/data/release-key.pem',
      action: 'publication.public.read',
      summary: { zh: '发布公钥', en: 'The public key of releases' },
      answer: 'page',
      handle: async () => {
        const key = releaseKey?.()
        return key
          ? {
              body: key.export({ type: 'spki', format: 'pem' }) as string,
              contentType: 'application/x-pem-file',
              headers: openHeaders,
            }
          : { body: '', status: 404, contentType: 'text/plain; charset=utf-8' }
      },
    }),
  ]
}
