import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Context, defineRoute, type PageAnswer, type Route } from '@opensti/http'
import { invalid } from '@opensti/kernel'
import { z } from 'zod'
import { jsonLd, type Node } from '../../domain/open-data/catalogue.ts'
import { columns } from '../../domain/open-data/columns.ts'
import { turtle } from '../../domain/open-data/turtle.ts'
import { publicState } from '../public-state.ts'
import { requireSet } from './data-sets.ts'
import { csvFile, figurePage, figuresOf, jsonFile } from './figure-files.ts'
import { makeCatalogue } from './make-catalogue.ts'

const Code = z.string().min(1).max(120)
const Empty = z.object({})
const scopes = [
  { path: '/data', params: Empty },
  { path: '/data/regions/:region', params: z.object({ region: Code }) },
  { path: '/data/regions/:region/plans/:plan', params: z.object({ region: Code, plan: Code }) },
  { path: '/data/regions/:region/indicators/:indicator', params: z.object({ region: Code, indicator: Code }) },
] as const

/** What everybody may have anywhere: any page of any site may read it, nobody keeps it without asking again. */
export const openHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

const Paging = z.object({
  /** The id of the last value that is known already. */
  after: z.string().min(1).max(300).optional(),
  limit: z.coerce.number().int().min(1).max(5000).optional(),
})

/** Open data: figures in files of every size, their dictionary, and the catalogue that leads to them. */
export function dataRoutes(originOf: () => string): Route[] {
  const catalogue = keptCatalogue(originOf)
  const file = fileSender()
  return [
    ...scopes.flatMap(({ path, params }) => [
      defineRoute({
        method: 'GET',
        url: `${path}/figures.csv`,
        action: 'publication.public.read',
        summary: { zh: '数据文件（CSV）', en: 'Figures as CSV' },
        params,
        answer: 'page',
        handle: (context) =>
          file(context as Context, 'text/csv; charset=utf-8', 'csv', async () =>
            csvFile(figuresOf(context.db, await requireSet(context.db, context.params)), originOf()),
          ),
      }),
      defineRoute({
        method: 'GET',
        url: `${path}/figures.json`,
        action: 'publication.public.read',
        summary: { zh: '数据文件（JSON）', en: 'Figures as JSON' },
        params,
        query: Paging,
        answer: 'page',
        handle: async (context) => {
          const { after, limit } = context.query
          const wanted = await requireSet(context.db, context.params)
          if (after === undefined && limit === undefined)
            return file(context as Context, 'application/json; charset=utf-8', 'json', async () =>
              jsonFile(figuresOf(context.db, wanted), originOf()),
            )
          if (after !== undefined && limit === undefined) throw limitMissing()
          const page = { limit: limit ?? 5000, origin: originOf(), ...(after !== undefined && { after }) }
          return {
            body: JSON.stringify(await figurePage(context.db, wanted, page)),
            contentType: 'application/json; charset=utf-8',
            headers: openHeaders,
          }
        },
      }),
    ]),
    defineRoute({
      method: 'GET',
      url: '/data/columns.json',
      action: 'publication.public.read',
      summary: { zh: '数据字典（程序用）', en: 'The data dictionary for programs' },
      answer: 'page',
      state: async () => '',
      handle: async () => ({
        body: JSON.stringify({ columns: columns.map(({ of: _, ...column }) => column) }),
        contentType: 'application/json; charset=utf-8',
        headers: openHeaders,
      }),
    }),
    ...(['jsonld', 'ttl'] as const).map((ending) =>
      defineRoute({
        method: 'GET',
        url: `/data/catalog.${ending}`,
        action: 'publication.public.read',
        summary: { zh: '数据目录（DCAT）', en: 'The catalogue of data sets, by DCAT 3' },
        answer: 'page',
        state: publicState,
        handle: async (context) => {
          const node = await catalogue(context as Context)
          return {
            body: ending === 'ttl' ? turtle(node) : jsonLd(node),
            contentType: ending === 'ttl' ? 'text/turtle; charset=utf-8' : 'application/ld+json; charset=utf-8',
            headers: openHeaders,
          }
        },
      }),
    ),
  ]
}

/** Both forms of the catalogue are made from one reading of the figures. */
function keptCatalogue(originOf: () => string): (context: Context) => Promise<Node> {
  let kept: { state: string; node: Promise<Node> } | undefined
  return async (context) => {
    const state = await publicState(context)
    if (kept?.state !== state) {
      const node = makeCatalogue(context.db, originOf())
      kept = { state, node }
      // What could not be made is tried again by whoever asks next.
      node.catch(() => {
        kept = undefined
      })
    }
    return kept.node
  }
}

/**
 * A file as it is now, read while it is sent; nothing when the asker has it as it is. Its mark is the digest of its words
 * and of nothing else: what is written in drafts must not show in it.
 */
function fileSender(): (
  context: Context,
  contentType: string,
  ending: string,
  make: () => Promise<AsyncIterable<string>>,
) => Promise<PageAnswer> {
  const marks = new Map<string, { state: string; etag: string }>()
  return async (context, contentType, ending, make) => {
    const { request } = context
    const state = await publicState(context)
    let known = marks.get(request.url)
    if (known?.state !== state) {
      known = { state, etag: `"${await digestOf(await make())}"` }
      if (marks.size >= marksMax) marks.clear()
      marks.set(request.url, known)
    }
    const name = request.url.split('?')[0]?.split('/').slice(2, -1).join('-') || 'all'
    const headers = {
      ...openHeaders,
      etag: known.etag,
      'content-disposition': `attachment; filename=${name.replace(/[^a-z0-9-]/g, '')}-figures.${ending}`,
    }
    if (request.headers['if-none-match'] === known.etag) return { body: '', status: 304, contentType, headers }
    return { body: Readable.from(await make()), contentType, headers }
  }
}

const marksMax = 5000

async function digestOf(text: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of text) hash.update(piece)
  return hash.digest('base64url').slice(0, 22)
}

function limitMissing() {
  return invalid(
    'limit_missing',
    { zh: '用 after 翻页时要写明 limit。', en: 'Paging with “after” needs a “limit”.' },
    { remedy: { zh: '如 ?after=…&limit=1000。', en: 'Such as ?after=…&limit=1000.' } },
  )
}
