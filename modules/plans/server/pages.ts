import { type Context, defineRoute, type Problem, type Route } from '@opensti/http'
import { AppError, type Language } from '@opensti/kernel'
import { portalAssets } from '@opensti/ui/portal'
import { z } from 'zod'
import { dataAddress, planAddress } from '../addresses.ts'
import { CompareBasis } from '../contract.ts'
import * as portal from '../portal/index.ts'
import { findInLedger } from './find-in-ledger.ts'
import { publicLedgerState } from './ledger-state.ts'
import { openDataRegions } from './open-data-terms.ts'
import { type PortalRoute, portalRoutes } from './portal-route.ts'
import { getComparisonView } from './views/comparison-view.ts'
import { getDocumentView } from './views/document-view.ts'
import { getIndicatorView } from './views/indicator-view.ts'
import { publicViewer } from './views/ledger.ts'
import { getPlanView } from './views/plan-view.ts'
import { getRegionView } from './views/region-view.ts'
import { getTaskView } from './views/task-view.ts'
import { getUnitView } from './views/unit-view.ts'
import { findWithdrawnPlan } from './views/withdrawn-plan.ts'

const Code = z.string().min(1).max(120)
const Region = z.object({ region: Code })

/** A page of the ledger. */
function page<P extends z.ZodType | undefined, Q extends z.ZodType | undefined>(
  url: string,
  title: { zh: string; en: string },
  shapes: { params?: P; query?: Q },
  render: PortalRoute<P, Q>['render'],
): Route[] {
  return portalRoutes({ url, title, ...shapes, action: 'plans.public.read', state: publicLedgerState, render })
}

/** A page of a plan, or what stands at its address when the plan was public and is no more. */
async function orWithdrawn(
  db: Context['db'],
  of: { region: string; plan: string },
  at: portal.PortalPage,
  make: () => Promise<string>,
) {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'gone') throw error
    const withdrawn = await findWithdrawnPlan(db, of.region, of.plan, publicViewer)
    if (!withdrawn) throw error
    return { status: 410, body: portal.withdrawnPage(withdrawn, at) }
  }
}

function asset(one: (typeof portalAssets)[keyof typeof portalAssets]): Route {
  return defineRoute({
    method: 'GET',
    url: one.path,
    action: 'plans.public.read',
    summary: { zh: '页面样式与脚本', en: 'Style and script of the pages' },
    query: z.object({ v: z.string().max(20).optional() }),
    answer: 'page',
    handle: async () => ({
      body: one.body,
      contentType: one.contentType,
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
    }),
  })
}

/** What can be taken in bulk: everything, every region, every plan; plans also as the API answers them. */
async function openData(db: Context['db']): Promise<portal.OpenDataView> {
  const what = {
    zh: '目标、基数、实际值和更正，附定义与出处',
    en: 'Targets, baselines, values and corrections, with definition and source',
  }
  const both = (of: Parameters<typeof dataAddress>[0]) => [
    { label: 'CSV', href: dataAddress(of, 'csv') },
    { label: 'JSON', href: dataAddress(of, 'json') },
  ]
  const regions = await openDataRegions(db)
  return {
    sets: [
      { title: { zh: '全部地区', en: 'All regions' }, what, licence: null, formats: both({}) },
      ...regions.flatMap((region) => [
        { title: region.name, what, licence: region.terms?.licence ?? null, formats: both({ region: region.id }) },
        ...region.plans.map((plan) => ({
          title: plan.name,
          what: {
            zh: '规划的指标数据；API 另含任务与分工',
            en: 'Figures of the plan; the API has its tasks and units too',
          },
          licence: region.terms?.licence ?? null,
          formats: [
            ...both({ region: region.id, plan: plan.code }),
            { label: 'API', href: `/api${planAddress(region.id, plan.code)}` },
          ],
        })),
      ]),
    ],
    apiDescription: '/api/openapi.json',
  }
}

/** The public portal: pages made on the server that need no script. */
export const plansPages: readonly Route[] = [
  ...page('/', { zh: '首页', en: 'Home' }, {}, async ({ db, clock }, at) => {
    const regions = await Promise.all(
      (at.regions ?? []).map((region) => getRegionView(db, clock, region.id, publicViewer)),
    )
    return portal.homePage({ regions }, at)
  }),
  ...page('/regions/:region', { zh: '地区', en: 'Region' }, { params: Region }, async ({ db, clock, params }, at) =>
    portal.regionPage(await getRegionView(db, clock, params.region, publicViewer), at),
  ),
  ...page(
    '/regions/:region/plans/:plan',
    { zh: '规划', en: 'Plan' },
    { params: Region.extend({ plan: Code }), query: z.object({ by: z.enum(portal.planGroupings).optional() }) },
    async ({ db, clock, params, query }, at) =>
      orWithdrawn(db, params, at, async () =>
        portal.planPage(await getPlanView(db, clock, params.region, params.plan, publicViewer), { ...at, ...query }),
      ),
  ),
  ...page(
    '/regions/:region/plans/:plan/tasks/:task',
    { zh: '任务', en: 'Task' },
    { params: Region.extend({ plan: Code, task: Code }) },
    async ({ db, clock, params }, at) =>
      orWithdrawn(db, params, at, async () =>
        portal.taskPage(
          await getTaskView(db, clock, `${params.region}/${params.plan}/${params.task}`, publicViewer),
          at,
        ),
      ),
  ),
  ...page(
    '/regions/:region/indicators/:indicator',
    { zh: '指标', en: 'Indicator' },
    { params: Region.extend({ indicator: Code }) },
    async ({ db, params }, at) =>
      portal.indicatorPage(await getIndicatorView(db, params.region, params.indicator, publicViewer), at),
  ),
  ...page(
    '/regions/:region/units/:unit',
    { zh: '单位', en: 'Unit' },
    { params: Region.extend({ unit: Code }) },
    async ({ db, clock, params }, at) =>
      portal.unitPage(await getUnitView(db, clock, `${params.region}/${params.unit}`, publicViewer), at),
  ),
  ...page(
    '/compare/:indicator',
    { zh: '地区比较', en: 'Comparison' },
    { params: z.object({ indicator: Code }), query: z.object({ basis: CompareBasis.default('absolute') }) },
    async ({ db, params, query }, at) =>
      portal.comparePage(await getComparisonView(db, params.indicator, query.basis), at),
  ),
  ...page(
    '/documents/:document',
    { zh: '文件', en: 'Document' },
    { params: z.object({ document: Code }) },
    async ({ db, params }, at) => portal.documentPage(await getDocumentView(db, params.document, publicViewer), at),
  ),
  ...page(
    '/search',
    { zh: '搜索', en: 'Search' },
    { query: z.object({ q: z.string().max(100).default('') }) },
    async ({ db, query }, at) => {
      const results = await findInLedger(db, publicViewer, { q: query.q, limit: 50 })
      return portal.searchPage({ query: query.q, results, total: results.length }, at)
    },
  ),
  ...page('/formulas', { zh: '进度怎样计算', en: 'How progress is computed' }, {}, (_context, at) =>
    portal.formulasPage(at),
  ),
  ...page('/open-data', { zh: '开放数据', en: 'Open data' }, {}, async ({ db }, at) =>
    portal.openDataPage(await openData(db), at),
  ),
  ...['', '/en'].map((prefix) =>
    defineRoute({
      method: 'GET',
      url: `${prefix}/regions/:region/indicators/:indicator/values.csv`,
      action: 'plans.public.read',
      summary: { zh: '指标数据下载', en: 'Values of an indicator as CSV' },
      params: Region.extend({ indicator: Code }),
      answer: 'page',
      handle: async ({ db, language, params }) => ({
        body: portal.indicatorCsv(
          await getIndicatorView(db, params.region, params.indicator, publicViewer, Number.POSITIVE_INFINITY),
          language,
        ),
        contentType: 'text/csv; charset=utf-8',
        headers: { 'content-disposition': `attachment; filename=${params.region}-${params.indicator}.csv` },
      }),
    }),
  ),
  ...Object.values(portalAssets).map(asset),
]

/** What people see when a page cannot be shown. */
export function errorPage(problem: Problem, language: Language, path: string): string {
  return portal.errorPage(problem, { language, path: path.replace(/^\/en(?=\/|$)/, '') || '/' })
}
