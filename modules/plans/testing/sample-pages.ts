import type { Language } from '@opensti/kernel'
import {
  comparePage,
  documentPage,
  errorPage,
  formulasPage,
  homePage,
  indicatorPage,
  openDataPage,
  planPage,
  regionPage,
  searchPage,
  taskPage,
  unitPage,
} from '../portal/index.ts'
import { sampleComparisonView, sampleDocumentView, sampleSearchView } from './sample-lists.ts'
import {
  sampleHomeView,
  sampleIndicatorView,
  samplePlanView,
  sampleRegions,
  sampleRegionView,
  sampleTaskView,
  sampleUnitView,
} from './sample-views.ts'

/** Every page of the portal, made from the sample views: name, address, and the page itself. */
export function samplePages(language: Language): { name: string; path: string; html: string }[] {
  const at = (path: string) => ({ language, path, regions: sampleRegions })
  const plan = '/regions/yunxi/plans/plan-2026-2030'
  const indicator = (id: string) => {
    const path = `/regions/yunxi/indicators/${id}`
    return { name: `indicator-${id}`, path, html: indicatorPage(sampleIndicatorView(id), at(path)) }
  }
  return [
    { name: 'home', path: '/', html: homePage(sampleHomeView, at('/')) },
    { name: 'region', path: '/regions/yunxi', html: regionPage(sampleRegionView, at('/regions/yunxi')) },
    { name: 'plan', path: plan, html: planPage(samplePlanView, at(plan)) },
    ...(['unit', 'status', 'charts'] as const).map((by) => {
      const path = `${plan}?by=${by}`
      return { name: `plan-${by}`, path, html: planPage(samplePlanView, { ...at(path), by }) }
    }),
    ...[
      'high-tech-firms',
      'rd-spending',
      'contracts',
      'fiscal-science',
      'science-literacy',
      'innovation-rank',
      'lake-laboratory',
      'tech-smes',
    ].map(indicator),
    { name: 'task', path: `${plan}/tasks/t-1`, html: taskPage(sampleTaskView, at(`${plan}/tasks/t-1`)) },
    {
      name: 'unit',
      path: '/regions/yunxi/units/science',
      html: unitPage(sampleUnitView, at('/regions/yunxi/units/science')),
    },
    {
      name: 'compare',
      path: '/compare/high-tech-firms',
      html: comparePage(sampleComparisonView, at('/compare/high-tech-firms')),
    },
    {
      name: 'document',
      path: '/documents/yunxi-plan-2026',
      html: documentPage(sampleDocumentView, at('/documents/yunxi-plan-2026')),
    },
    { name: 'search', path: '/search?q=高新', html: searchPage(sampleSearchView, at('/search?q=高新')) },
    {
      name: 'search-nothing',
      path: '/search?q=x',
      html: searchPage({ query: 'x', total: 0, results: [] }, at('/search?q=x')),
    },
    { name: 'not-found', path: '/nowhere', html: errorPage({ status: 404 }, at('/nowhere')) },
    { name: 'failed', path: '/', html: errorPage({ status: 500, reference: '0198-4c21' }, at('/regions')) },
    { name: 'formulas', path: '/formulas', html: formulasPage(at('/formulas')) },
    {
      name: 'open-data',
      path: '/open-data',
      html: openDataPage(
        {
          sets: [
            {
              title: { zh: '全部指标数值', en: 'All indicator values' },
              what: { zh: '含时期、版次和来源', en: 'With period, vintage and source' },
              formats: [
                { label: 'CSV', href: '/open-data/values.csv' },
                { label: 'JSON', href: '/api/values' },
              ],
            },
          ],
          apiDescription: '/api/openapi.json',
        },
        at('/open-data'),
      ),
    },
  ]
}
