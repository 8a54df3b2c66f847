import type { ItemSummary, ItemView } from '../../contract.ts'

/** Views of a made-up town, for tests of screens. */

const bureau = { id: 'yunxi/science', name: { zh: '云溪市科技局', en: 'Yunxi Science Bureau' } }
const finance = { id: 'yunxi/finance', name: { zh: '云溪市财政局', en: 'Yunxi Finance Bureau' } }

export const sampleSession = {
  body: {
    person: { id: '00000000-0000-4000-8000-0000000000aa', regionId: 'yunxi', grants: [] },
    actions: ['supervision.item.list', 'supervision.item.create'],
    demonstration: false,
  },
}

export const overdueItem: ItemSummary = {
  id: '00000000-0000-4000-8000-000000000001',
  number: '〔2028〕3号',
  title: '出台成果转化方案',
  sourceKind: 'minutes',
  sourceName: '常务会议纪要〔2028〕9号',
  leadUnit: bureau,
  coopUnits: [finance],
  dueDay: '2028-05-10',
  firstDue: '2028-04-10',
  state: 'assigned',
  light: 'overdue',
  rung: 'supervisor',
  workdaysLeft: -6,
  stepsDone: 1,
  papers: 0,
  steps: 2,
  extensionOpen: true,
}

export const closedItem: ItemSummary = {
  ...overdueItem,
  id: '00000000-0000-4000-8000-000000000002',
  number: '〔2028〕1号',
  title: '核查资金使用',
  sourceKind: 'instruction',
  leadUnit: finance,
  coopUnits: [],
  state: 'ended',
  light: 'ended',
  rung: 'owner',
  extensionOpen: false,
}

export const sampleItem: ItemView = {
  ...overdueItem,
  regionId: 'yunxi',
  version: 4,
  sourceDay: '2028-03-01',
  taskId: null,
  stepList: [
    { title: '征求意见', dueDay: '2028-04-01', doneOn: '2028-03-30' },
    { title: '报审', dueDay: null, doneOn: null },
  ],
  entries: [
    {
      verb: 'assign',
      name: { zh: '交办', en: 'assign' },
      text: null,
      by: { zh: '高明', en: 'Gao Ming' },
      at: '2028-03-02T01:00:00.000Z',
    },
    {
      verb: 'extend',
      name: { zh: '同意延期', en: 'grant' },
      text: '2028-05-10',
      by: { zh: '高明', en: 'Gao Ming' },
      at: '2028-04-02T01:00:00.000Z',
    },
  ],
  extensions: [
    {
      number: 0,
      untilDay: '2028-06-30',
      reason: '需再征求意见',
      by: { zh: '周正', en: 'Zhou Zheng' },
      askedAt: '2028-05-08T01:00:00.000Z',
      answer: null,
      answeredBy: null,
      answerReason: null,
    },
  ],
  evidence: [
    {
      id: '00000000-0000-4000-8000-000000000009',
      fileName: '方案.pdf',
      size: 120_000,
      addedAt: '2028-05-09T01:00:00.000Z',
    },
  ],
  verbs: ['withdraw', 'answer-extension'],
}
