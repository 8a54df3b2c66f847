import { defineRoute, type Route } from '@opensti/http'
import { personOf } from '@opensti/kernel'
import { z } from 'zod'
import { BriefFormat, IssueBrief, PeriodBriefs, PeriodText, RegionId } from '../contract.ts'
import { digestOf } from './move-exercise.ts'
import { briefFacts } from './papers/brief-facts.ts'
import { download } from './papers/download.ts'
import { issueBrief } from './papers/issue-brief.ts'
import { briefObject, getBriefPaper } from './papers/issued-briefs.ts'
import { makeDraft, nameOfBrief } from './papers/make-period-brief.ts'
import { mediaTypes } from './papers/store-papers.ts'
import { getPeriodBriefs } from './views/period-briefs.ts'

const Period = z.object({ region: RegionId, period: PeriodText })
const ofRegion = {
  params: Period,
  object: async ({ params }: { params: { region: string } }) => ({ regionId: params.region }),
}

/** The one-page brief of a period: its draft, issuing it, and what has been issued. */
export const briefRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/periods/:period/brief',
    action: 'evaluation.brief.read',
    summary: { zh: '一页纸专报草稿', en: 'The draft of a period’s one-page brief' },
    ...ofRegion,
    query: z.object({ format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') }),
    answer: 'page',
    handle: async ({ db, params, query: { format } }) => {
      const facts = await briefFacts(db, params.region, params.period)
      const content = Buffer.from(await makeDraft(facts, format))
      const fileName = `${nameOfBrief(facts, null)}.${format}`
      return download({ content, digest: digestOf(content), fileName, mediaType: mediaTypes[format] })
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/periods/:period/briefs',
    action: 'evaluation.brief.read',
    summary: { zh: '期间的专报', en: 'The briefs of a period' },
    ...ofRegion,
    answer: PeriodBriefs,
    handle: ({ db, actor, params }) => getPeriodBriefs(db, personOf(actor), params.region, params.period),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/periods/:period/briefs',
    action: 'evaluation.brief.issue',
    summary: { zh: '签发一页纸专报', en: 'Issue the brief of a period' },
    ...ofRegion,
    body: IssueBrief,
    answer: PeriodBriefs,
    handle: async ({ db, actor, params, body, requestId }) => {
      await issueBrief(db, actor, { ...params, ...body }, requestId)
      return getPeriodBriefs(db, personOf(actor), params.region, params.period)
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/briefs/:brief/:briefFormat',
    action: 'evaluation.brief.read',
    summary: { zh: '下载已签发的专报、附表或数据', en: 'Fetch an issued brief, its annex or its data' },
    params: z.object({ brief: z.uuid(), briefFormat: BriefFormat }),
    object: ({ db, params }) => briefObject(db, params.brief),
    answer: 'page',
    handle: async ({ db, params }) => download(await getBriefPaper(db, params.brief, params.briefFormat)),
  }),
]
