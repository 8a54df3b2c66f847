import { statusKeys } from '@opensti/ui'
import type {
  Citation,
  HomeView,
  IndicatorView,
  Name,
  PlanIndicator,
  PlanRef,
  PlanTaskRow,
  PlanView,
  RegionRef,
  RegionView,
  Target,
  TaskView,
  UnitRef,
  UnitView,
  Value,
} from '../contract.ts'
import { assess } from '../server/views/assess.ts'
import { type SampleIndicator, sampleIndicators, sampleThemes } from './sample-indicators.ts'
import { samplePart } from './sample-parts.ts'

/**
 * Views of the invented city of Yunxi as they stand in the middle of 2028: for templates, stories and their tests.
 * Statuses are computed by the real formulas, so the samples cannot contradict the product.
 */

export const name = (zh: string, en: string): Name => ({ zh, en })

export const sampleRegions: RegionRef[] = [
  { id: 'east-hills', name: name('东岭省', 'East Hills Province'), parentId: null, invented: false },
  { id: 'yunxi', name: name('云溪市', 'Yunxi'), parentId: 'east-hills', invented: false },
  { id: 'stonebridge', name: name('石桥市', 'Stonebridge'), parentId: 'east-hills', invented: false },
]
export const [province, city, neighbour] = sampleRegions as [RegionRef, RegionRef, RegionRef]

const unitNames: [string, string, string, string, string][] = [
  ['science', '云溪市科学技术局', 'Yunxi Bureau of Science and Technology', '市科技局', 'Science Bureau'],
  ['industry', '云溪市工业和信息化局', 'Yunxi Bureau of Industry', '市工信局', 'Industry Bureau'],
  ['finance', '云溪市财政局', 'Yunxi Bureau of Finance', '市财政局', 'Finance Bureau'],
  ['personnel', '云溪市人力资源和社会保障局', 'Yunxi Bureau of Human Resources', '市人社局', 'Human Resources'],
  ['statistics', '云溪市统计局', 'Yunxi Bureau of Statistics', '市统计局', 'Statistics Bureau'],
  ['market', '云溪市市场监督管理局', 'Yunxi Market Regulation', '市市场监管局', 'Market Regulation'],
  ['tax', '云溪市税务局', 'Yunxi Tax Office', '市税务局', 'Tax Office'],
  ['agriculture', '云溪市农业农村局', 'Yunxi Bureau of Agriculture', '市农业农村局', 'Agriculture Bureau'],
]
export const sampleUnits: UnitRef[] = unitNames.map(([id, zh, en, shortZh, shortEn]) => ({
  id: `yunxi/${id}`,
  name: name(zh, en),
  shortName: name(shortZh, shortEn),
}))
const unit = (id: string): UnitRef => {
  const found = sampleUnits.find((one) => one.id === `yunxi/${id}`)
  if (!found) throw new RangeError(`No sample unit ${id}`)
  return found
}

export const samplePlan: PlanRef = {
  id: 'plan-2026-2030',
  regionId: 'yunxi',
  name: name('云溪市科技创新“十五五”规划', 'Yunxi Science and Innovation Plan 2026–2030'),
  startYear: 2026,
  endYear: 2030,
}
const olderPlan: PlanRef = {
  id: 'plan-2021-2025',
  regionId: 'yunxi',
  name: name('云溪市科技创新“十四五”规划', 'Yunxi Science and Innovation Plan 2021–2025'),
  startYear: 2021,
  endYear: 2025,
}

export const planDocument: Citation = {
  documentId: 'yunxi-plan-2026',
  documentTitle: name('云溪市科技创新“十五五”规划', 'Yunxi Science and Innovation Plan 2026–2030'),
  documentNumber: '云府〔2026〕8号',
  section: null,
  paragraph: null,
  verified: 'official',
  note: null,
}
const cite = (section: string, paragraph: number, more: Partial<Citation> = {}): Citation => ({
  ...planDocument,
  section,
  paragraph,
  ...more,
})
export const bulletin = (year: number): Citation => ({
  documentId: `yunxi-bulletin-${year}`,
  documentTitle: name(`云溪市${year}年科技统计公报`, `Yunxi Science Statistics ${year}`),
  documentNumber: null,
  section: '二',
  paragraph: 4,
  verified: year === 2028 ? 'unverified' : 'source',
  note: null,
})

function targetsOf(one: SampleIndicator): Target[] {
  const common = { startYear: null, perYear: false, staged: false, note: null, value2: null } as const
  const targets: Target[] = []
  if (one.baseline !== null) {
    const kind = 'baseline' as const
    const citation = cite('一（二）', 6)
    targets.push({
      ...common,
      id: `${one.id}-base`,
      kind,
      comparator: 'eq',
      value: one.baseline,
      unit: one.unit,
      year: 2025,
      citation,
    })
  }
  if (one.target === null) return targets
  const end: Target = {
    ...common,
    id: `${one.id}-2030`,
    kind: 'target',
    comparator: one.comparator,
    value: one.target,
    value2: one.target2 ?? null,
    unit: one.comparator === 'mul' ? '倍' : one.unit,
    year: 2030,
    startYear: one.comparator === 'inc' ? 2026 : null,
    citation: cite('二（三）', 14, { section: '二（三）专栏1' }),
  }
  if (one.stage !== undefined)
    targets.push({ ...end, id: `${one.id}-2027`, value: one.stage, year: 2027, staged: true })
  return [...targets, end]
}

const periods = ['2026', '2027', '2028-H1'] as const

function valuesOf(one: SampleIndicator): Value[] {
  return one.values.flatMap((value, i) => {
    const period = periods[i] ?? '2028-H1'
    if (value === null) return []
    const year = Number(period.slice(0, 4))
    return {
      id: `${one.id}-${period}`,
      period,
      value,
      unit: one.unit,
      comparator: 'eq' as const,
      nature: period.length === 4 ? ('statistical' as const) : ('working' as const),
      maturity:
        period === '2028-H1' ? ('flash' as const) : period === '2027' ? ('revised' as const) : ('annual' as const),
      vintage: period === '2027' ? 2 : 1,
      replacedBecause: period === '2027' ? name('年报核实后调整', 'Adjusted after the annual check') : null,
      publishedOn: period.length === 4 ? `${year + 1}-03-28` : '2028-07-20',
      citation: bulletin(year),
    }
  })
}

function assessed(one: SampleIndicator) {
  return assess(
    targetsOf(one),
    valuesOf(one),
    { startYear: 2026, endYear: 2030 },
    { unit: one.unit, polarity: one.polarity ?? 'higher', nature: one.nature },
    one.path ?? null,
  )
}

function planIndicator(one: SampleIndicator): PlanIndicator {
  const { target, baseline, latest, series, seriesNature, progress } = assessed(one)
  return {
    indicatorId: one.id,
    name: name(one.zh, one.en),
    unit: one.unit,
    theme: sampleThemes[one.theme],
    binding: one.binding ?? false,
    baseline,
    target,
    latest,
    progress,
    unitsResponsible: one.unitIds.map(unit),
    series,
    seriesNature,
  }
}

const taskSpecs: [string, string | null, string, string, string, number, string[], string[]][] = [
  ['t-1', null, '一', '壮大科技企业', 'Grow technology enterprises', 0, ['science'], ['tax', 'finance']],
  [
    't-2',
    't-1',
    '(一)',
    '实施高新技术企业倍增行动',
    'Double the number of high-tech enterprises',
    1,
    ['science'],
    ['tax'],
  ],
  [
    't-3',
    't-1',
    '(二)',
    '推动规上工业企业建设研发机构',
    'Bring R&D units to industrial firms',
    1,
    ['industry'],
    ['science'],
  ],
  [
    't-4',
    't-3',
    '1',
    '对首次建立研发机构的企业给予奖补',
    'Support firms that found their first R&D unit',
    2,
    ['industry'],
    ['finance'],
  ],
  [
    't-5',
    null,
    '二',
    '建设湖泊生态实验室',
    'Found the lake ecology laboratory',
    0,
    ['science'],
    ['agriculture', 'finance', 'personnel'],
  ],
  ['t-6', null, '三', '完善科技成果转化服务', 'Improve the transfer of results', 0, ['science'], ['market']],
  ['t-7', 't-6', '(一)', '开放大型科学仪器共享', 'Open large instruments to shared use', 1, ['science'], []],
  ['t-8', 't-6', '(二)', '开展高价值专利培育', 'Foster high-value patents', 1, ['market'], ['science']],
]
export const sampleTasks: PlanTaskRow[] = taskSpecs.map(([id, parent, number, zh, en, depth, lead, coop]) => ({
  id: `yunxi/plan-2026-2030/${id}`,
  parentId: parent && `yunxi/plan-2026-2030/${parent}`,
  number,
  title: name(zh, en),
  depth,
  lead: lead.map(unit),
  coop: coop.map(unit),
}))

const disagreement = {
  indicatorId: 'high-tech-firms',
  title: name('高新技术企业 2030 年目标：1000 家还是 1200 家', 'High-tech enterprises in 2030: 1,000 or 1,200'),
  about: name('规划和工作报告的数不同，都保留。', 'The plan and the work report differ; both are kept.'),
  says: [
    { text: name('规划：不少于 1,000 家', 'The plan: at least 1,000'), citation: cite('二（三）', 14) },
    {
      text: name('工作报告：力争 1,200 家', 'The work report: strive for 1,200'),
      citation: {
        ...bulletin(2026),
        documentId: 'yunxi-report-2026',
        documentTitle: name('云溪市2026年政府工作报告', 'Yunxi Work Report 2026'),
      },
    },
  ],
}

const indicators = sampleIndicators.map(planIndicator)
const counts = Object.fromEntries(
  statusKeys.map((status) => [status, indicators.filter((one) => one.progress.status === status).length]),
) as PlanView['counts']

export const samplePlanView: PlanView = {
  plan: samplePlan,
  region: city,
  document: planDocument,
  published: true,
  elapsed: 0.51,
  counts,
  indicators,
  tasks: sampleTasks,
  lost: [
    {
      what: name('专栏 3“重点平台名单”在现有文本中缺失', 'Box 3, the list of key platforms, is missing from the copy'),
      citation: cite('三（一）', 31),
    },
  ],
  disagreements: [disagreement],
}

export function sampleIndicatorView(id: string): IndicatorView {
  const one = sampleIndicators.find((indicator) => indicator.id === id)
  if (!one) throw new RangeError(`No sample indicator ${id}`)
  const values = valuesOf(one)
  const { progress } = assessed(one)
  const revised = values.find((value) => value.period === '2027')
  return {
    id,
    region: city,
    name: name(one.zh, one.en),
    unit: one.unit,
    definition: name('按年末有效数统计。', 'Counted at the end of the year.'),
    theme: sampleThemes[one.theme],
    polarity: one.polarity ?? 'higher',
    source: name('市统计局、市科技局', 'Bureaus of Statistics and of Science'),
    frequency: 'yearly',
    computed: null,
    aliases: [`${one.zh}数`],
    plans: [{ plan: samplePlan, targets: targetsOf(one), progress }],
    values,
    parts: id === 'high-tech-firms' ? [samplePart([unit('science'), unit('industry')], bulletin(2028))] : [],
    sumOfUnits: id === 'high-tech-firms',
    responsible: one.unitIds.map(unit),
    tasks: id === 'high-tech-firms' ? [{ plan: samplePlan, task: sampleTasks[1]! }] : [],
    revisions: revised
      ? [
          {
            ...revised,
            id: `${revised.id}-1`,
            value: Number((revised.value * 0.985).toPrecision(3)),
            vintage: 1,
            maturity: 'flash',
            replacedBecause: null,
            publishedOn: '2028-01-18',
          },
        ]
      : [],
    disagreements: id === disagreement.indicatorId ? [disagreement] : [],
    comparableRegions: [neighbour],
  }
}

export const sampleRegionView: RegionView = {
  region: city,
  children: [],
  plans: [
    { ...samplePlan, counts, published: true },
    {
      ...olderPlan,
      counts: {
        reached: 9,
        ahead: 0,
        'on-track': 0,
        'not-yet': 0,
        behind: 0,
        'far-behind': 0,
        missed: 4,
        'no-data': 1,
      },
      published: true,
    },
  ],
  documents: [
    {
      id: 'yunxi-plan-2026',
      title: planDocument.documentTitle,
      issuer: name('云溪市人民政府', 'Yunxi Government'),
      documentNumber: '云府〔2026〕8号',
      date: '2026-03-15',
      damaged: true,
    },
    {
      id: 'yunxi-report-2026',
      title: name('云溪市2026年政府工作报告', 'Yunxi Work Report 2026'),
      issuer: name('云溪市人民政府', 'Yunxi Government'),
      documentNumber: null,
      date: '2026-01-20',
      damaged: false,
    },
  ],
  units: sampleUnits.map((one) => ({ ...one, until: null })),
  disagreements: [disagreement],
  stories: [
    {
      kind: 'passed-early',
      text: name(
        '每万人高价值发明专利拥有量：2028年上半年已达到 2030 年的目标',
        'High-value invention patents: the 2030 target was reached in the first half of 2028',
      ),
      href: '/regions/yunxi/indicators/patents-high-value',
    },
    {
      kind: 'passed-early',
      text: name('科技型中小企业：两年半翻了一番', 'Technology-based small firms: doubled in two and a half years'),
      href: '/regions/yunxi/indicators/tech-smes',
    },
    {
      kind: 'far',
      text: name(
        '新产品销售收入占比：时间已过两年，只走完目标的 10%',
        'Share of new products: two years gone, 10% of the way done',
      ),
      href: '/regions/yunxi/indicators/new-product-share',
    },
    {
      kind: 'disagree',
      text: name(
        '高新技术企业 2030 年目标，规划与工作报告不一致',
        'High-tech enterprises in 2030: plan and work report disagree',
      ),
      href: '/regions/yunxi/indicators/high-tech-firms',
    },
    {
      kind: 'lost',
      text: name('专栏 3“重点平台名单”在现有文本中缺失', 'Box 3, the list of key platforms, is missing from the copy'),
      href: '/regions/yunxi/plans/plan-2026-2030',
    },
  ],
}

export const sampleHomeView: HomeView = {
  regions: [
    {
      ...sampleRegionView,
      region: province,
      children: [city, neighbour],
      plans: [
        {
          ...samplePlan,
          id: 'plan-2026',
          regionId: 'east-hills',
          name: name('东岭省科技创新规划', 'East Hills Innovation Plan'),
          counts: {
            reached: 4,
            ahead: 3,
            'on-track': 11,
            'not-yet': 2,
            behind: 5,
            'far-behind': 1,
            missed: 0,
            'no-data': 3,
          },
          published: true,
        },
      ],
      stories: [],
    },
    sampleRegionView,
  ],
}

export const sampleTaskView: TaskView = {
  id: 'yunxi/plan-2026-2030/t-1',
  plan: samplePlan,
  region: city,
  number: '一',
  title: name('壮大科技企业', 'Grow technology enterprises'),
  summary: name(
    '以企业为主体，培育从种子期到上市的科技企业梯队。',
    'Enterprises first: a line of technology firms from the seed to the stock exchange.',
  ),
  parents: [],
  children: sampleTasks.slice(1, 4),
  lead: [unit('science')],
  coop: [unit('tax'), unit('finance')],
  others: [],
  moved: [
    {
      from: unit('industry'),
      to: unit('science'),
      on: '2027-02-01',
      note: name('科技企业培育职责划入市科技局', 'Support of technology firms moved to the Science Bureau'),
    },
  ],
  indicators: indicators
    .slice(4, 7)
    .map((one) => ({ indicatorId: one.indicatorId, name: one.name, status: one.progress.status })),
  citation: cite('三（一）', 28),
}

export const sampleUnitView: UnitView = {
  unit: unit('science'),
  region: city,
  names: [
    {
      name: name('云溪市科技和知识产权局', 'Yunxi Bureau of Science and Intellectual Property'),
      from: '2010-05',
      until: '2019-01',
    },
    { name: unit('science').name, from: '2019-01', until: null },
  ],
  shortForms: ['市科技局', '科技局'],
  changes: [
    {
      kind: 'transfer',
      on: '2019-01',
      from: [unit('science')],
      to: [unit('market')],
      functions: [name('专利管理', 'Patents')],
      note: null,
      verified: 'official',
    },
  ],
  leads: sampleTasks
    .filter((task) => task.lead.some((one) => one.id === 'yunxi/science'))
    .map((task) => ({ task, plan: samplePlan, movedFrom: [] })),
  joins: sampleTasks
    .filter((task) => task.coop.some((one) => one.id === 'yunxi/science'))
    .map((task) => ({ task, plan: samplePlan, movedFrom: [] })),
  indicators: indicators
    .filter((one) => one.unitsResponsible.some((u) => u.id === 'yunxi/science'))
    .map((one) => ({
      indicatorId: one.indicatorId,
      name: one.name,
      plan: samplePlan,
      status: one.progress.status,
      movedFrom: [],
    })),
}
