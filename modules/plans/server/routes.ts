import { defineRoute, type Route } from '@opensti/http'
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
import { findInLedger } from './find-in-ledger.ts'
import { ledgerState } from './ledger-state.ts'
import { Code, Plan, Region } from './route-objects.ts'
import { viewerOf } from './viewer.ts'
import { getComparisonView } from './views/comparison-view.ts'
import { getDocumentView } from './views/document-view.ts'
import { getIndicatorView } from './views/indicator-view.ts'
import { getPlanView } from './views/plan-view.ts'
import { getRegionView, regionRefs } from './views/region-view.ts'
import { getTaskView } from './views/task-view.ts'
import { getUnitView } from './views/unit-view.ts'
import { workRoutes } from './work-routes.ts'

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
    handle: ({ db, clock, actor, params }) => getRegionView(db, clock, params.region, viewerOf(actor)),
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

export const plansRoutes: readonly Route[] = [...publicRoutes, ...workRoutes]
