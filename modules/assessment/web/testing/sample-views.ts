import type { AssessmentView, SheetView } from '../../contract.ts'
import type { DecompositionView } from '../../contract-decomposition.ts'

/** Views of an invented region, for tests of the screens. */

const both = (zh: string, en: string) => ({ zh, en })
const cite = { document: '考核办法〔2027〕1号', article: '第三条' }
const unit = { id: 'yunxi/beian', name: both('北岸区', 'North Bank') }
const id = 'a1a1a1a1-0000-4000-8000-000000000001'
const time = '2028-02-10T01:00:00.000Z'

const formula: AssessmentView['formula'] = {
  parts: [
    {
      code: 'firms',
      names: both('高新技术企业', 'High-tech enterprises'),
      weight: '60',
      measure: { kind: 'proportional', indicatorId: 'firms', direction: 'higher', cap: '1.1' },
      cite,
    },
    { code: 'service', names: both('服务企业', 'Service'), weight: '40', measure: { kind: 'judged' }, cite },
  ],
  deductions: [{ code: 'late', names: both('迟报', 'Late returns'), points: '0.5', most: '2', cite }],
  vetoes: [{ code: 'false', names: both('统计造假', 'False figures'), cite }],
  grades: [
    { names: both('优秀', 'Excellent'), from: '90' },
    { names: both('一般', 'Fair'), from: '0' },
  ],
  decimals: 2,
}
const document = { kind: 'document' as const, document: '统计函〔2028〕3号', article: '表2' }
const none = { target: null, value: null, points: null, times: 0, targetSource: null, source: null, reason: null }
const appeal: AssessmentView['appeals'][number] = {
  id: 'a1a1a1a1-0000-4000-8000-000000000002',
  unit,
  code: 'late',
  state: 'open',
  reason: '当天系统停机',
  askedBy: { zh: '傅琳', en: 'Fu Lin' },
  askedAt: time,
  answerReason: null,
  answeredBy: null,
  answeredAt: null,
  withdrawnBy: null,
  withdrawnAt: null,
  mayWithdraw: true,
  files: [{ id: 'a1a1a1a1-0000-4000-8000-000000000003', fileName: '停机通知.pdf', size: 900 }],
}

export const sampleSheet: SheetView = {
  assessmentId: id,
  regionId: 'yunxi',
  title: '2027年度考核',
  period: '2027',
  state: 'frozen',
  unit,
  formula,
  digest: 'd'.repeat(64),
  inputs: [
    {
      ...none,
      code: 'firms',
      kind: 'part',
      applies: true,
      target: '260',
      value: '271',
      targetSource: document,
      source: { kind: 'ledger', valueId: 'v', period: '2027', nature: 'statistical', vintage: time, reportedOn: null },
      at: time,
      earlier: [
        {
          ...none,
          code: 'firms',
          kind: 'part',
          applies: true,
          target: '260',
          value: '250',
          source: document,
          at: time,
        },
      ],
    },
    { ...none, code: 'service', kind: 'part', applies: true, points: '36', reason: '走访九成', at: time, earlier: [] },
    { ...none, code: 'late', kind: 'deduction', applies: true, times: 1, source: document, at: time, earlier: [] },
  ],
  sheet: {
    lines: [
      { code: 'firms', ratio: '1.0423', counted: '1.0423', weight: '60.00', points: '62.54' },
      { code: 'service', ratio: null, counted: '0.9', weight: '40.00', points: '36.00' },
    ],
    deductions: [{ code: 'late', times: 1, points: '0.50' }],
    total: '98.04',
    grade: both('优秀', 'Excellent'),
    vetoed: false,
  },
  missing: [],
  place: null,
  of: 6,
  lastAppealDay: '2028-02-17',
  appeals: [appeal],
  indicators: { firms: { name: both('高新技术企业', 'High-tech enterprises'), unit: '家' } },
  verbs: ['appeal'],
}

export const sampleAssessment: AssessmentView = {
  id,
  title: '2027年度考核',
  period: '2027',
  state: 'frozen',
  document: '考核办法〔2027〕1号',
  issuedAt: time,
  appealsUntil: time,
  publishedAt: null,
  issuedDay: '2026-12-20',
  lastAppealDay: '2028-02-17',
  rankingDay: '2028-02-18',
  openAppeals: 1,
  waiting: false,
  regionId: 'yunxi',
  version: 2,
  documentDay: '2026-12-10',
  firstDay: '2027-01-01',
  lastDay: '2027-12-31',
  formula,
  digest: 'd'.repeat(64),
  inputsDigest: 'e'.repeat(64),
  resultDigest: null,
  appealWorkdays: 5,
  units: [
    {
      unit,
      total: '98.04',
      grade: both('优秀', 'Excellent'),
      place: null,
      vetoed: false,
      missing: [],
      openAppeals: 1,
      mayRead: true,
    },
    {
      unit: { id: 'yunxi/linhu', name: both('临湖区', 'Linhu') },
      total: null,
      grade: null,
      place: null,
      vetoed: false,
      missing: [],
      openAppeals: 0,
      mayRead: false,
    },
  ],
  appeals: [appeal],
  moves: [
    {
      verb: 'issue',
      name: both('公布办法', 'publish the formula'),
      text: null,
      by: both('高原', 'Gao Yuan'),
      at: time,
    },
  ],
  indicators: sampleSheet.indicators,
  verbs: ['answer'],
}

const receiver = { regionId: 'yunxi', unitId: unit.id, name: unit.name }
export const sampleDecomposition: DecompositionView = {
  id,
  regionId: 'yunxi',
  targetId: 'yunxi/plan/firms',
  indicatorId: 'firms',
  indicatorName: both('高新技术企业', 'High-tech enterprises'),
  planId: 'plan',
  planName: both('云溪规划', 'Plan of Yunxi'),
  year: 2030,
  whole: '600',
  unit: '家',
  rule: 'sum',
  direction: 'higher',
  number: 1,
  state: 'draft',
  confirmed: 0,
  objections: 1,
  sharing: { together: '520', filled: '520', gap: '80', missing: [], below: [] },
  version: 1,
  document: null,
  documentDay: null,
  difference: null,
  changeReason: null,
  changeDocument: null,
  shares: [
    {
      id: 'a1a1a1a1-0000-4000-8000-000000000004',
      receiver,
      amount: '520',
      weight: null,
      confirmedAt: null,
      confirmedBy: null,
      objection: { reason: '基数不实', by: both('杜鹃', 'Du Juan'), at: time },
      progress: { value: '310', unit: '家', period: '2027', nature: 'statistical', vintage: time },
      mayConfirm: false,
      mayObject: false,
    },
  ],
  lower: [unit.id],
  others: [{ regionId: 'yunxi', unitId: 'yunxi/zone', name: both('高新区', 'High-tech zone') }],
  versions: [{ id, number: 1, state: 'draft', changeReason: null }],
  moves: [],
  verbs: ['save', 'approve', 'withdraw'],
}
