import type { CycleView, EntryView, PeriodView, RequestSummary, RequestView } from '../../contract.ts'

/** Views of a made-up town, for tests of screens. */

const bureau = { id: 'yunxi/science', name: { zh: '云溪市科技局', en: 'Yunxi Science Bureau' } }
const finance = { id: 'yunxi/finance', name: { zh: '云溪市财政局', en: 'Yunxi Finance Bureau' } }

export const sampleSession = {
  body: {
    person: {
      id: '00000000-0000-4000-8000-0000000000aa',
      regionId: 'yunxi',
      grants: [{ role: 'unit-leader', regionId: 'yunxi', unit: bureau }],
    },
    actions: [
      'reporting.cycle.list',
      'reporting.cycle.create',
      'reporting.period.open',
      'reporting.period.read',
      'reporting.chain.read',
      'reporting.delegation.make',
    ],
    demonstration: false,
  },
}

function entry(indicatorId: string, zh: string, part: Partial<EntryView> = {}): EntryView {
  return {
    indicatorId,
    indicator: { zh, en: indicatorId },
    definition: { zh: `${zh}的口径`, en: `Definition of ${indicatorId}` },
    nature: 'working',
    figureKind: 'flash',
    unit: '家',
    value: null,
    absentReason: null,
    note: null,
    version: 0,
    before: '100',
    yearBefore: '80',
    countersigners: [],
    ...part,
  }
}

export const sampleSummary: RequestSummary = {
  id: '00000000-0000-4000-8000-000000000001',
  regionId: 'yunxi',
  cycle: { code: 'monthly', names: { zh: '科技月报', en: 'Monthly return' } },
  period: '2028-04',
  unit: bureau,
  number: 0,
  state: 'preparing',
  dueAt: '2028-05-10T15:59:59.999Z',
  late: false,
  daysLeft: 3,
  returned: false,
  completeBy: null,
  cells: 4,
  filled: 0,
  version: 0,
  heldBy: [bureau],
  waitsFor: [{ zh: '安然', en: 'An Ran' }],
  since: '2028-05-02T01:00:00.000Z',
  sentBackBecause: null,
}

export const sampleReturn: RequestView = {
  ...sampleSummary,
  reason: null,
  leadUnit: bureau,
  earlier: { before: '2028-03', yearBefore: '2027-04' },
  way: [
    { kind: 'prepare', unit: bureau, people: [{ zh: '安然', en: 'An Ran' }], state: 'now' },
    { kind: 'check', unit: bureau, people: [{ zh: '贺知', en: 'He Zhi' }], state: 'ahead' },
    { kind: 'countersign', unit: finance, people: [{ zh: '孙敏', en: 'Sun Min' }], state: 'ahead' },
    { kind: 'collate', unit: bureau, people: [{ zh: '陈默', en: 'Chen Mo' }], state: 'ahead' },
    { kind: 'lock', unit: bureau, people: [{ zh: '陈默', en: 'Chen Mo' }], state: 'ahead' },
  ],
  entries: [
    entry('firms', '高新技术企业'),
    entry('contracts', '技术合同成交额', { unit: '亿元', before: '12.5' }),
    entry('patents', '发明专利', { unit: '件', countersigners: [finance] }),
    entry('share', '高技术制造业占比', { nature: 'statistical', unit: '%', before: '24.5', yearBefore: null }),
  ],
  reminders: [],
  moves: [
    {
      verb: 'send-back',
      name: { zh: '退回修改', en: 'send back' },
      by: { zh: '贺知', en: 'He Zhi' },
      onBehalfOf: null,
      unit: bureau.name,
      reason: '与快报不符',
      at: '2028-05-04T02:00:00.000Z',
    },
  ],
  attachments: [],
  acts: ['pass-on'],
  hindrance: null,
  mayWrite: true,
  mayCorrect: false,
}

export const samplePeriod: PeriodView = {
  cycle: { ...sampleSummary.cycle, frequency: 'monthly' },
  regionId: 'yunxi',
  period: '2028-04',
  dueAt: sampleSummary.dueAt,
  requests: [
    { ...sampleSummary, id: '00000000-0000-4000-8000-000000000002', state: 'locked', heldBy: [], waitsFor: [] },
    { ...sampleSummary, id: '00000000-0000-4000-8000-000000000003', state: 'submitted', unit: finance, version: 3 },
    { ...sampleSummary, late: true, daysLeft: -9, dueAt: '2020-01-01T00:00:00.000Z' },
  ],
  mayCollate: true,
  lockable: 0,
}

export const sampleCycle: CycleView = {
  code: 'monthly',
  names: sampleSummary.cycle.names,
  frequency: 'monthly',
  leadUnit: bureau,
  dueWorkday: 5,
  lines: 4,
  units: 2,
  stoppedAt: null,
  periods: [
    {
      period: '2028-04',
      dueAt: sampleSummary.dueAt,
      requests: 3,
      submitted: 1,
      accepted: 0,
      locked: 1,
      late: 1,
      returned: 1,
    },
  ],
  next: {
    period: '2028-09',
    dueAt: '2028-10-16T15:59:59.999Z',
    from: '2028-10-01',
    holidays: ['2028-10-02', '2028-10-03', '2028-10-04'],
    workedWeekends: ['2028-10-14'],
    calendarKnown: true,
  },
}

export const sampleChain = {
  unit: bureau,
  steps: [
    { kind: 'prepare' as const, personId: null },
    { kind: 'sign' as const, personId: null },
  ],
  members: [
    {
      personId: '00000000-0000-4000-8000-0000000000aa',
      name: { zh: '周正', en: 'Zhou Zheng' },
      roles: ['unit-leader'],
    },
    { personId: '00000000-0000-4000-8000-0000000000bb', name: { zh: '安然', en: 'An Ran' }, roles: ['reporter'] },
  ],
  former: [],
  delegations: [],
}
