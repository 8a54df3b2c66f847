import { type Context, defineRoute, type PageAnswer, type Route } from '@opensti/http'
import type { Bilingual } from '@opensti/kernel'
import type { z } from 'zod'
import type { PortalPage } from '../portal/page.ts'
import { regionRefs } from './views/region-view.ts'

type Out<S> = S extends z.ZodType ? z.output<S> : undefined

export interface PortalRoute<P, Q> {
  url: string
  action: string
  title: Bilingual
  params?: P
  query?: Q
  /** What the page depends on besides its address. */
  state: (context: Context) => Promise<string>
  render: (
    context: Context<Out<P>, Out<Q>>,
    page: PortalPage,
  ) => Promise<string | Pick<PageAnswer, 'body' | 'status'>> | string
}

/** A page at its Chinese address and at its English one under /en. It shows what the public may see, whoever asks. */
export function portalRoutes<P extends z.ZodType | undefined, Q extends z.ZodType | undefined>({
  url,
  title,
  render,
  ...rest
}: PortalRoute<P, Q>): Route[] {
  return ['', '/en'].map((prefix) =>
    defineRoute({
      ...rest,
      method: 'GET',
      url: prefix === '' ? url : url === '/' ? prefix : `${prefix}${url}`,
      summary: title,
      answer: 'page',
      handle: async (context) => {
        const made = await render(context as unknown as Context<Out<P>, Out<Q>>, await pageOf(context as Context))
        return {
          ...(typeof made === 'string' ? { body: made } : made),
          contentType: 'text/html; charset=utf-8',
          headers: { 'cache-control': 'no-cache' },
        }
      },
    }),
  )
}

async function pageOf({ db, language, request }: Context): Promise<PortalPage> {
  const path = request.url.replace(/^\/en(?=\/|\?|$)/, '') || '/'
  return { language, path: path.startsWith('/') ? path : `/${path}`, regions: await regionRefs(db) }
}
