import { defineRoute, type Route } from '@opensti/http'
import { unprocessable } from '@opensti/kernel'
import { z } from 'zod'
import {
  CompareBasis,
  ComparisonView,
  DocumentView,
  IndicatorView,
  PlanView,
  RegionRef,
  RegionView,
  SearchKind,
  SearchResult,
  TaskView,
  UnitView,
} from '../contract.ts'
import { DecideAnswer, DecideCandidates, ReadingSummary, ReadingView, StartReading } from '../contract-reading.ts'
import { decideCandidates } from './decide-candidates.ts'
import { findInLedger } from './find-in-ledger.ts'
import { ledgerState } from './ledger-state.ts'
import { publishPlan } from './publish-plan.ts'
import { readUpload } from './read-upload.ts'
import { startReading } from './start-reading.ts'
import { viewerOf } from './viewer.ts'
import { getComparisonView } from './views/comparison-view.ts'
import { getDocumentView } from './views/document-view.ts'
import { getIndicatorView } from './views/indicator-view.ts'
import { getPlanView } from './views/plan-view.ts'
import { getCandidates, getReadingView, readingSummaries } from './views/reading-view.ts'
import { getRegionView, regionRefs } from './views/region-view.ts'
import { getTaskView } from './views/task-view.ts'
import { getUnitView } from './views/unit-view.ts'

const Code = z.string().min(1).max(120)
const Region = z.object({ region: Code })
const Plan = Region.extend({ plan: Code })
const ReadingId = z.object({ reading: z.uuid() })

/** What anyone may read. Staff of a region see its drafts at the same addresses; for everyone else drafts do not exist. */
const publicRoutes: Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/regions',
    action: 'plans.public.read',
    summary: { zh: '地区', en: 'Regions' },
    answer: z.object({ regions: z.array(RegionRef) }),
    state: ledgerState,
    handle: async ({ db }) => ({ regions: await regionRefs(db) }),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region',
    action: 'plans.public.read',
    summary: { zh: '地区概览', en: 'A region with its plans and papers' },
    params: Region,
    answer: RegionView,
    state: ledgerState,
    handle: ({ db, actor, params }) => getRegionView(db, params.region, viewerOf(actor)),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/plans/:plan',
    action: 'plans.public.read',
    summary: { zh: '规划', en: 'A plan with its indicators and tasks' },
    params: Plan,
    answer: PlanView,
    state: ledgerState,
    handle: ({ db, clock, actor, params }) => getPlanView(db, clock, params.region, params.plan, viewerOf(actor)),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/plans/:plan/tasks/:task',
    action: 'plans.public.read',
    summary: { zh: '任务', en: 'A task' },
    params: Plan.extend({ task: Code }),
    answer: TaskView,
    state: ledgerState,
    handle: ({ db, clock, actor, params }) =>
      getTaskView(db, clock, `${params.region}/${params.plan}/${params.task}`, viewerOf(actor)),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/indicators/:indicator',
    action: 'plans.public.read',
    summary: { zh: '指标', en: 'An indicator in a region' },
    params: Region.extend({ indicator: Code }),
    answer: IndicatorView,
    state: ledgerState,
    handle: ({ db, actor, params }) => getIndicatorView(db, params.region, params.indicator, viewerOf(actor)),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/units/:unit',
    action: 'plans.public.read',
    summary: { zh: '单位', en: 'A government unit' },
    params: Region.extend({ unit: Code }),
    answer: UnitView,
    state: ledgerState,
    handle: ({ db, actor, params }) => getUnitView(db, `${params.region}/${params.unit}`, viewerOf(actor)),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/documents/:document',
    action: 'plans.public.read',
    summary: { zh: '文件', en: 'A document with the facts taken from it' },
    params: z.object({ document: Code }),
    answer: DocumentView,
    state: ledgerState,
    handle: ({ db, actor, params }) => getDocumentView(db, params.document, viewerOf(actor)),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/compare/:indicator',
    action: 'plans.public.read',
    summary: { zh: '地区比较', en: 'An indicator in all regions that share its definition' },
    params: z.object({ indicator: Code }),
    query: z.object({ basis: CompareBasis.default('absolute') }),
    answer: ComparisonView,
    state: ledgerState,
    handle: ({ db, params, query }) => getComparisonView(db, params.indicator, query.basis),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/search',
    action: 'plans.public.read',
    summary: { zh: '搜索', en: 'Search' },
    state: ledgerState,
    query: z.object({
      q: z.string().max(100),
      kind: SearchKind.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    answer: z.object({ results: z.array(SearchResult) }),
    handle: async ({ db, actor, query }) => ({ results: await findInLedger(db, viewerOf(actor), query) }),
  }),
]

const regionOfReading = async ({
  db,
  params,
}: {
  db: Parameters<typeof getReadingView>[0]
  params: { reading: string }
}) => {
  const row = await db
    .selectFrom('plans.reading')
    .select('region_id')
    .where('id', '=', params.reading)
    .executeTakeFirst()
  return row ? { regionId: row.region_id } : null
}

/** The planner's work: reading documents into the ledger, and publishing. */
const workRoutes: Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/readings',
    action: 'plans.reading.list',
    summary: { zh: '正在读的文件', en: 'Documents being read' },
    answer: z.object({ readings: z.array(ReadingSummary) }),
    handle: async ({ db, actor }) => ({
      readings: await readingSummaries(db, { regionIds: viewerOf(actor).insideRegions }),
    }),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/readings',
    action: 'plans.reading.start',
    summary: { zh: '开始读一份文件（粘贴文字）', en: 'Start reading a pasted text' },
    body: StartReading,
    bodyLimit: 40 * 1024 * 1024,
    answer: z.object({ id: z.string() }),
    object: async ({ body }) => ({ regionId: body.regionId }),
    handle: async ({ db, actor, body, requestId }) => {
      const file = { name: body.title ? `${body.title}.txt` : '粘贴的文字.txt', bytes: Buffer.from(body.text, 'utf8') }
      return startReading(
        db,
        actor,
        { ...(await readUpload(file)), regionId: body.regionId, planId: body.planId, title: body.title },
        requestId,
      )
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/readings/upload',
    action: 'plans.reading.start',
    summary: { zh: '开始读一份文件（上传）', en: 'Start reading an uploaded file' },
    params: Region,
    query: z.object({ planId: Code.optional(), title: z.string().max(200).optional() }),
    upload: true,
    bodyLimit: 40 * 1024 * 1024,
    answer: z.object({ id: z.string() }),
    object: async ({ params }) => ({ regionId: params.region }),
    handle: async ({ db, actor, params, query, request, requestId }) => {
      const part = await request.file()
      if (!part) {
        throw unprocessable(
          'no_file',
          { zh: '没有收到文件。', en: 'No file came.' },
          { remedy: { zh: '请选择一个文件。', en: 'Choose a file.' } },
        )
      }
      const file = { name: part.filename, bytes: await part.toBuffer() }
      return startReading(
        db,
        actor,
        { ...(await readUpload(file)), regionId: params.region, planId: query.planId, title: query.title },
        requestId,
      )
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/readings/:reading',
    action: 'plans.reading.read',
    summary: { zh: '读文件的屏幕', en: 'A document being read' },
    params: ReadingId,
    answer: ReadingView,
    object: regionOfReading,
    handle: ({ db, params }) => getReadingView(db, params.reading),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/readings/:reading/decisions',
    action: 'plans.candidate.decide',
    summary: { zh: '确认、改正、排除或退回', en: 'Accept, correct, reject or reopen candidates' },
    params: ReadingId,
    body: DecideCandidates,
    answer: DecideAnswer,
    object: regionOfReading,
    handle: async ({ db, actor, params, body, requestId }) => {
      await decideCandidates(db, actor, params.reading, body.decisions, requestId)
      return {
        candidates: await getCandidates(
          db,
          params.reading,
          body.decisions.map((one) => one.candidateId),
        ),
      }
    },
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/regions/:region/plans/:plan/publication',
    action: 'plans.plan.publish',
    summary: { zh: '发布或撤回规划', en: 'Publish a plan or withdraw it' },
    params: Plan,
    body: z.object({ published: z.boolean() }),
    answer: 'nothing',
    object: async ({ db, params }) => {
      const plan = await db
        .selectFrom('plans.plan')
        .select('region_id')
        .where('region_id', '=', params.region)
        .where('code', '=', params.plan)
        .executeTakeFirst()
      return plan ? { regionId: plan.region_id } : null
    },
    handle: async ({ db, actor, params, body, requestId }) => {
      await publishPlan(db, actor, { regionId: params.region, code: params.plan }, body.published, requestId)
      return undefined
    },
  }),
]

export const plansRoutes: readonly Route[] = [...publicRoutes, ...workRoutes]
