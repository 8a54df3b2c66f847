import { defineRoute, type Route } from '@opensti/http'
import { notFound } from '@opensti/kernel'
import { portalRoutes } from '@opensti/plans'
import { z } from 'zod'
import { Digest, KnownFile } from '../contract.ts'
import { checkPage, checkScript } from '../portal/check-page.ts'
import { publicState } from './public-state.ts'
import { findKnownFile, knownFilesState } from './views/known-files.ts'

/** Whether a file is one that has been released or issued, for anybody who holds it. */
export const checkRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/papers/:digest',
    action: 'publication.public.read',
    summary: { zh: '按摘要核验文件', en: 'Check a file by its digest' },
    params: z.object({ digest: Digest }),
    answer: KnownFile,
    handle: async ({ db, params }) => {
      const known = await findKnownFile(db, params.digest)
      if (!known) throw notFound()
      return known
    },
  }),
  ...portalRoutes({
    url: '/verify',
    action: 'publication.public.read',
    title: { zh: '核验文件', en: 'Check a file' },
    query: z.object({ digest: z.string().max(100).optional() }),
    state: async (context) => `${await publicState(context)} ${await knownFilesState(context.db)}`,
    render: async ({ db, query }, page) => {
      const asked = query.digest?.trim().toLowerCase() ?? ''
      const isDigest = Digest.safeParse(asked).success
      return checkPage({ asked, isDigest, known: isDigest ? ((await findKnownFile(db, asked)) ?? null) : null }, page)
    },
  }),
  defineRoute({
    method: 'GET',
    url: checkScript.path,
    action: 'publication.public.read',
    summary: { zh: '核验页脚本', en: 'Script of the checking page' },
    query: z.object({ v: z.string().max(20).optional() }),
    answer: 'page',
    handle: async () => ({
      body: checkScript.body,
      contentType: 'text/javascript; charset=utf-8',
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
    }),
  }),
]
