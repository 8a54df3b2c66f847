import { regionWorkdays } from '@opensti/accounts'
import { defineRoute, type Route } from '@opensti/http'
import { notFound } from '@opensti/kernel'
import { openDataRegions, portalRoutes } from '@opensti/plans'
import { z } from 'zod'
import { dictionaryPage } from '../../portal/dictionary-page.ts'
import { evaluationsPage } from '../../portal/evaluations-page.ts'
import { releasePage, retractedPage } from '../../portal/release-page.ts'
import { releasesPage } from '../../portal/releases-page.ts'
import { publicState } from '../public-state.ts'
import { findPublicFile } from '../views/public-files.ts'
import { findPublicRelease, publicReleases } from '../views/public-views.ts'

const Code = z.string().min(1).max(120)
const Region = z.object({ region: Code })
const Release = z.object({ release: z.uuid() })
const base = { action: 'publication.public.read', state: publicState }

type Db = Parameters<typeof openDataRegions>[0]

/** @throws `not_found` (404). */
async function getRegion(db: Db, id: string) {
  const region = (await openDataRegions(db)).find((one) => one.id === id)
  if (!region) throw notFound()
  return { id: region.id, name: region.name }
}

/** Pages of releases: lists, each one at its permanent address, evaluations, the data dictionary. */
export const releasePages: readonly Route[] = [
  ...portalRoutes({
    ...base,
    url: '/releases',
    title: { zh: '数据发布', en: 'Releases' },
    render: async ({ db }, at) => releasesPage({ region: null, releases: await publicReleases(db, null) }, at),
  }),
  ...portalRoutes({
    ...base,
    url: '/regions/:region/releases',
    title: { zh: '一个地区的数据发布', en: 'Releases of a region' },
    params: Region,
    render: async ({ db, params }, at) =>
      releasesPage(
        { region: await getRegion(db, params.region), releases: await publicReleases(db, params.region) },
        at,
      ),
  }),
  ...portalRoutes({
    ...base,
    url: '/regions/:region/evaluations',
    title: { zh: '评估与考评结果', en: 'Evaluations and assessments' },
    params: Region,
    render: async ({ db, params }, at) => {
      const region = await getRegion(db, params.region)
      const lines = (await publicReleases(db, params.region)).filter((line) => line.paperKinds.length > 0)
      const shown = await Promise.all(lines.map((line) => findPublicRelease(db, line.id)))
      const papers = shown.flatMap((one) =>
        one?.release
          ? one.release.papers.map((paper) => ({ ...paper, release: one.release.id, day: one.release.day }))
          : [],
      )
      return evaluationsPage({ region, papers }, at)
    },
  }),
  ...portalRoutes({
    ...base,
    url: '/releases/:release',
    title: { zh: '一次发布', en: 'A release' },
    params: Release,
    render: async ({ db, params }, at) => {
      const shown = await findPublicRelease(db, params.release)
      if (!shown) throw notFound()
      if (shown.release) return releasePage(shown.release, at)
      const { regionId, at: when, because, publicFrom } = shown.retracted
      const { dayOf } = await regionWorkdays(db, regionId)
      const region = await getRegion(db, regionId)
      return {
        status: 410,
        body: retractedPage({ region, day: dayOf(when), publicDay: dayOf(publicFrom), because }, at),
      }
    },
  }),
  ...portalRoutes({
    ...base,
    url: '/data/dictionary',
    title: { zh: '数据字典', en: 'Data dictionary' },
    render: (_context, at) => dictionaryPage(at),
  }),
  ...['', '/en'].map((prefix) =>
    defineRoute({
      method: 'GET',
      url: `${prefix}/regions/:region/releases/:release`,
      action: 'publication.public.read',
      summary: { zh: '发布的旧地址', en: 'An earlier address of a release' },
      params: Region.extend({ release: z.uuid() }),
      answer: 'page',
      handle: async ({ db, params }) => {
        const shown = await findPublicRelease(db, params.release)
        if (!shown || (shown.release?.region.id ?? shown.retracted?.regionId) !== params.region) throw notFound()
        return {
          body: '',
          status: 308,
          contentType: 'text/plain; charset=utf-8',
          headers: { location: `${prefix}/releases/${params.release}`, 'cache-control': 'no-cache' },
        }
      },
    }),
  ),
  defineRoute({
    method: 'GET',
    url: '/releases/:release/papers/:paper/:number',
    action: 'publication.public.read',
    summary: { zh: '发布的材料', en: 'A file of a released paper' },
    params: Release.extend({ paper: z.uuid(), number: z.coerce.number().int().min(0).max(999) }),
    answer: 'page',
    handle: async ({ db, params }) => {
      const file = await findPublicFile(db, params.release, params.paper, params.number)
      if (!file) throw notFound()
      return {
        body: file.content,
        contentType: file.mediaType,
        headers: {
          'cache-control': 'no-cache',
          etag: `"${file.digest.slice(0, 32)}"`,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'x-content-type-options': 'nosniff',
        },
      }
    },
  }),
]
