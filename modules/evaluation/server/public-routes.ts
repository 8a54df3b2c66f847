import { defineRoute, type Route } from '@opensti/http'
import { notFound } from '@opensti/kernel'
import { portalRoutes, publicLedgerState } from '@opensti/plans'
import { z } from 'zod'
import { Digest, KnownPaper, PaperName } from '../contract.ts'
import { checkPage, checkScript } from '../portal/check-page.ts'
import { download } from './papers/download.ts'
import { findByDigest, getPaper, papersState } from './papers/store-papers.ts'
import { publishedObject } from './policy-objects.ts'

/** What anybody may see: published papers, and whether a file is one of them. */
export const publicRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/papers/:digest',
    action: 'evaluation.public.read',
    summary: { zh: '按摘要核验文件', en: 'Check a file by its digest' },
    params: z.object({ digest: Digest }),
    answer: KnownPaper,
    handle: async ({ db, params }) => {
      const known = await findByDigest(db, params.digest)
      if (!known) throw notFound()
      return known
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/evaluations/:evaluation/:paperName',
    action: 'evaluation.public.read',
    summary: { zh: '下载已公开的评估文件', en: 'Fetch a published paper' },
    params: z.object({ evaluation: z.uuid(), paperName: PaperName }),
    object: ({ db, params }) => publishedObject(db, params.evaluation),
    answer: 'page',
    handle: async ({ db, params }) => download(await getPaper(db, params.evaluation, params.paperName)),
  }),
  ...portalRoutes({
    url: '/verify',
    action: 'evaluation.public.read',
    title: { zh: '核验文件', en: 'Check a file' },
    query: z.object({ digest: z.string().max(100).optional() }),
    state: async (context) => `${await publicLedgerState(context)} ${await papersState(context.db)}`,
    render: async ({ db, query }, page) => {
      const asked = query.digest?.trim().toLowerCase() ?? ''
      const isDigest = Digest.safeParse(asked).success
      return checkPage({ asked, isDigest, known: isDigest ? ((await findByDigest(db, asked)) ?? null) : null }, page)
    },
  }),
  defineRoute({
    method: 'GET',
    url: checkScript.path,
    action: 'evaluation.public.read',
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
