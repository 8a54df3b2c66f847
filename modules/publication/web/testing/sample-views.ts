import type { ReleaseDraft, ReleaseFigure, ReleaseSummary, ReleaseView } from '../../contract.ts'

/** Views of a made-up town, for tests of screens. */

const bureau = { id: 'yunxi/science', name: { zh: '云溪市科技局', en: 'Yunxi Science Bureau' } }

export const sampleSession = {
  body: {
    person: { id: '00000000-0000-4000-8000-0000000000aa', regionId: 'yunxi', grants: [] },
    actions: ['publication.release.list', 'publication.release.propose'],
    demonstration: false,
  },
}

function figure(code: string, zh: string, value: string, before: string | null): ReleaseFigure {
  return {
    id: `yunxi/return-1/${code}/working`,
    indicatorId: code,
    indicator: { zh, en: `Indicator ${code}` },
    period: '2028-Q1',
    nature: 'working',
    kind: before === null ? 'flash' : 'revised',
    value,
    unit: '家',
    reporter: bureau.name,
    note: null,
    before,
    because: before === null ? null : { zh: '核减两家', en: 'Two counted twice' },
  }
}

export const sampleFigures = [figure('enterprises', '高新技术企业', '320', null), figure('labs', '实验室', '12', '14')]

export const sampleSummary: ReleaseSummary = {
  id: '00000000-0000-4000-8000-000000000001',
  regionId: 'yunxi',
  title: { zh: '第一季度数据', en: 'Figures of the first quarter' },
  cycleNames: { zh: '季报', en: 'Quarterly return' },
  period: '2028-Q1',
  state: 'proposed',
  embargoAt: '2028-05-01T02:00:00.000Z',
  publicFrom: null,
  figures: 2,
  corrections: 1,
  papers: 0,
  proposedBy: '陈一',
  proposedAt: '2028-04-20T02:00:00.000Z',
  approvedBy: null,
  approvedAt: null,
  version: 0,
}

export const sampleRelease: ReleaseView = {
  ...sampleSummary,
  note: { zh: '咨询 0755-82012345', en: 'Ask 0755-82012345' },
  unit: bureau,
  figureList: sampleFigures,
  paperList: [],
  findings: [
    {
      place: 'note.zh',
      label: { zh: '说明', en: 'Note' },
      kind: 'landline',
      kindName: { zh: '固定电话', en: 'landline number' },
      certain: false,
      shown: '075＊＊＊＊＊＊45',
      remedy: { zh: '请写明理由。', en: 'Say why.' },
      reason: '办公电话',
    },
  ],
  overtaken: [],
  moves: [],
  verbs: ['approve', 'decline', 'withdraw'],
  serverTime: '2028-04-21T02:00:00.000Z',
}

export const sampleDraft: ReleaseDraft = {
  periods: [
    {
      cycle: { code: 'quarterly', names: { zh: '季报', en: 'Quarterly return' } },
      period: '2028-Q1',
      leadUnit: bureau,
      returns: 3,
      locked: 2,
      lockedAt: '2028-04-18T02:00:00.000Z',
      waiting: 2,
    },
  ],
  figures: [],
  papers: [],
  findings: [],
}
