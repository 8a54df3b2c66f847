import type { ComparisonView, DocumentView, RegionRef, SearchView } from '../contract.ts'
import { sampleIndicators } from './sample-indicators.ts'
import { bulletin, city, name, neighbour, planDocument, province, samplePlan } from './sample-views.ts'

/** The sample views that list things: a comparison, a document's facts, a search. */

const compared: [RegionRef, number, string][] = [
  [neighbour, 1320, '2027'],
  [city, 794, '2027'],
  [province, 17800, '2027'],
]
export const sampleComparisonView: ComparisonView = {
  indicatorId: 'high-tech-firms',
  name: name('高新技术企业', 'High-tech enterprises'),
  unit: '家',
  definition: name('年末有效的高新技术企业数。', 'Valid certificates at the end of the year.'),
  basis: 'absolute',
  total: true,
  period: '2027',
  basesAllowed: ['absolute', 'per-head'],
  refused: [
    {
      basis: 'per-gdp',
      because: name('该指标的定义不适合按地区生产总值折算', 'Its definition does not allow dividing it by GDP'),
    },
  ],
  rows: compared.map(([region, value, period], at) => ({
    region,
    rank: region === province ? null : at + 1,
    above: region === province,
    value,
    unit: '家',
    period,
    formula: null,
    citation: bulletin(2027),
    series: [],
  })),
}

export const sampleDocumentView: DocumentView = {
  id: 'yunxi-plan-2026',
  region: city,
  title: planDocument.documentTitle,
  issuer: name('云溪市人民政府', 'Yunxi Government'),
  documentNumber: '云府〔2026〕8号',
  date: '2026-03-15',
  note: null,
  damage: [{ what: name('一处专栏在网页文本中缺失', 'One box is missing from the web copy'), section: null }],
  plans: [samplePlan],
  facts: sampleIndicators.flatMap((one) =>
    one.target === null
      ? []
      : [
          {
            indicatorId: one.id,
            name: name(one.zh, one.en),
            kind: 'target' as const,
            text: name(`2030年 ${one.target}${one.unit}`, `2030 ${one.target} ${one.unit}`),
            section: '二（三）',
            paragraph: 14,
          },
        ],
  ),
}

export const sampleSearchView: SearchView = {
  query: '高新',
  total: 2,
  results: [
    {
      kind: 'indicator',
      id: 'high-tech-firms',
      title: name('高新技术企业', 'High-tech enterprises'),
      context: name('云溪市 · 企业主体', 'Yunxi · Enterprises'),
      href: '/regions/yunxi/indicators/high-tech-firms',
    },
    {
      kind: 'task',
      id: 'yunxi/plan-2026-2030/t-2',
      title: name('实施高新技术企业倍增行动', 'Double the number of high-tech enterprises'),
      context: name('云溪市 · 市科技局牵头', 'Yunxi · led by the Science Bureau'),
      href: '/regions/yunxi/plans/plan-2026-2030/tasks/t-2',
    },
  ],
}
