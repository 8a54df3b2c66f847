import type { EvaluationList, EvaluationView, LineView, PeriodBriefs } from '../../contract.ts'

/** Views of a made-up town, for tests of screens. */

const bureau = { id: 'yunxi/science', name: { zh: '云溪市科技局', en: 'Yunxi Science Bureau' } }
const plan = { id: 'yunxi-2026', name: { zh: '云溪市科技创新规划', en: 'Yunxi plan' }, startYear: 2026, endYear: 2030 }
const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`
const said = (standing: 'done' | 'behind', words: string) => ({
  number: 1,
  standing,
  words,
  by: '林晚',
  at: '2028-05-10T02:00:00.000Z',
})

export const sampleSession = {
  body: {
    person: {
      id: id('aa'),
      regionId: 'yunxi',
      grants: [{ role: 'planner', regionId: 'yunxi', unit: null, roleName: { zh: '规划员', en: 'planner' } }],
    },
    actions: ['evaluation.exercise.list', 'evaluation.exercise.run'],
    demonstration: false,
  },
}

const line: LineView = {
  id: id('01'),
  kind: 'indicator',
  code: 'rd-intensity',
  title: { zh: '研发经费投入强度', en: 'R&D intensity' },
  unit: bureau,
  weight: '60',
  facts: {
    target: { zh: '不低于 3.2%', en: 'at least 3.2%' },
    targetValue: 3.2,
    changed: {
      from: { zh: '不低于 3.5%', en: 'at least 3.5%' },
      document: '关于调整部分指标的批复',
      approver: '市政府',
      since: '2027-03-01',
    },
    latest: { zh: '2027年 2.9%', en: '2027 2.9%' },
    latestValueId: 'v1',
    status: 'behind',
    done: 0.4,
    unit: '%',
    outlook: {
      kind: 'forecast',
      verdict: 'open',
      value: 3.1,
      low: 2.9,
      high: 3.3,
      year: 2030,
      points: [2024, 2025, 2026, 2027].map((year, at) => ({ year, value: 2.6 + at * 0.1 })),
      wide: true,
      words: { zh: '区间跨过目标。', en: 'The interval lies on both sides.' },
    },
  },
  own: said('done', '已完成'),
  review: said('behind', '尚有差距'),
  evidence: [
    { id: id('11'), kind: 'file', ref: null, label: '公报.pdf', size: 1000, digest: 'a'.repeat(64) },
    { id: id('12'), kind: 'value', ref: 'v1', label: '2027年 2.9%', size: null, digest: null },
  ],
  points: '24.00',
}

export const sampleEvaluation: EvaluationView = {
  id: id('31'),
  region: { id: 'yunxi', name: { zh: '云溪市', en: 'Yunxi' } },
  plan,
  kind: 'mid-term',
  title: '规划中期评估',
  year: 2028,
  dueDay: '2028-06-30',
  state: 'reviewing',
  version: 3,
  shares: { done: '1', 'on-course': '0.8', behind: '0.4', cannot: '0' },
  weightSum: '100',
  formulaDigest: 'b'.repeat(64),
  dataDigest: null,
  concludedAt: null,
  lines: [
    line,
    {
      ...line,
      id: id('02'),
      kind: 'task',
      code: 't-1',
      weight: '40',
      facts: null,
      own: null,
      review: null,
      points: null,
    },
  ],
  sheets: [
    {
      unit: bureau,
      state: 'filling',
      version: 0,
      handedInAt: null,
      lines: 2,
      filled: 1,
      sentBackBecause: '请补充材料',
      verbs: ['write', 'hand-in'],
    },
  ],
  score: { total: '40.00', grade: { zh: '不合格', en: 'Failed' }, weightJudged: '60' },
  missing: [{ zh: '未提交自评：云溪市科技局', en: 'Not handed in: Yunxi Science Bureau' }],
  moves: [
    {
      unit: null,
      name: { zh: '启动', en: 'open' },
      by: { zh: '陈梅', en: 'Chen Mei' },
      reason: null,
      at: '2028-05-01T02:00:00.000Z',
    },
    {
      unit: bureau,
      name: { zh: '退回补充', en: 'send back' },
      by: { zh: '陈梅', en: 'Chen Mei' },
      reason: '请补充',
      at: '2028-05-12T02:00:00.000Z',
    },
  ],
  papers: [],
  verbs: ['conclude'],
  mayShape: false,
  mayReview: false,
  seesAll: true,
}

/** The same, concluded. */
export const concludedEvaluation: EvaluationView = {
  ...sampleEvaluation,
  id: id('32'),
  state: 'concluded',
  concludedAt: '2028-07-01T02:00:00.000Z',
  dataDigest: 'c'.repeat(64),
  missing: [],
  verbs: [],
  sheets: sampleEvaluation.sheets.map((sheet) => ({
    ...sheet,
    state: 'handed-in',
    handedInAt: '2028-06-20T02:00:00.000Z',
    verbs: [],
    sentBackBecause: null,
  })),
  papers: (['report.pdf', 'report.docx', 'brief.pdf', 'brief.docx', 'data.json'] as const).map((file) => ({
    file,
    digest: 'd'.repeat(64),
    size: 64_000,
  })),
}

/** The same before its weights are published, and in supervision's hands. */
export const shapedEvaluation: EvaluationView = {
  ...sampleEvaluation,
  id: id('33'),
  state: 'preparing',
  sheets: [],
  score: null,
  missing: [],
  moves: [],
  verbs: ['open'],
  mayShape: true,
}
export const reviewedEvaluation: EvaluationView = { ...sampleEvaluation, id: id('34'), verbs: [], mayReview: true }

export const sampleList: EvaluationList = {
  evaluations: [
    {
      id: sampleEvaluation.id,
      regionId: 'yunxi',
      plan,
      kind: 'mid-term',
      title: sampleEvaluation.title,
      year: 2028,
      dueDay: '2028-06-30',
      state: 'reviewing',
      sheets: 1,
      handedIn: 0,
      reviewed: 1,
      lines: 2,
      score: null,
    },
  ],
}

/** The brief of a period before and after it has been issued. */
export const draftedBriefs: PeriodBriefs = {
  region: { id: 'yunxi', name: { zh: '云溪市', en: 'Yunxi' } },
  period: '2026-Q2',
  draft: {
    digest: 'd'.repeat(64),
    plan: plan.name,
    day: '2026-07-15',
    indicators: 18,
    troubled: 8,
    fresh: 6,
    issued: false,
  },
  issued: [],
  mayIssue: true,
}
export const issuedBriefs: PeriodBriefs = {
  ...draftedBriefs,
  period: '2026-Q3',
  draft: { ...draftedBriefs.draft!, issued: true },
  issued: [
    {
      id: id('b1'),
      edition: 1,
      issuedAt: '2026-07-15T02:30:00.000Z',
      by: '林晚',
      papers: (['pdf', 'docx', 'xlsx', 'json'] as const).map((format, at) => ({
        format,
        digest: String(at).repeat(64),
        size: 40_000,
      })),
    },
  ],
}
