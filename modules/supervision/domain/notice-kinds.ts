import type { Rung } from './climb.ts'

const gaps = {
  zh: '{{item}}（承办：{{unit}}）应于{{due}}办结，已逾期{{days}}个工作日',
  en: '{{item}}, owed by {{unit}}, was due on {{due}} and is {{days}} working day(s) overdue',
}

/** One kind for each rung that hears of an overdue item. */
export const climbNotices = {
  'unit-leader': {
    kind: 'supervision.item-overdue',
    name: { zh: '本单位督查事项逾期', en: 'An item of your unit is overdue' },
    text: { zh: `${gaps.zh}，请督促办理。`, en: `${gaps.en}. Please see to it.` },
    byMail: true,
  },
  supervisor: {
    kind: 'supervision.item-climbed',
    name: { zh: '督查事项逾期，报到督查', en: 'An overdue item reaches supervision' },
    text: { zh: `${gaps.zh}，请督查。`, en: `${gaps.en}. It is for supervision to act.` },
    byMail: true,
  },
  head: {
    kind: 'supervision.item-for-head',
    name: { zh: '督查事项逾期，报到分管领导', en: 'An overdue item reaches the head in charge' },
    text: { zh: `${gaps.zh}，报请分管领导督促。`, en: `${gaps.en}. It is for the head in charge to know.` },
    byMail: true,
  },
} as const satisfies Record<Exclude<Rung, 'owner'>, unknown>

export type ToldRung = keyof typeof climbNotices

const about = { zh: '{{item}}（承办：{{unit}}）', en: '{{item}}, owed by {{unit}},' }

/** What is told of an item as it goes on: to the unit that owes it, or to supervision. */
export const itemNotices = {
  assigned: {
    kind: 'supervision.item-assigned',
    name: { zh: '新交办的督查事项', en: 'An item is assigned to your unit' },
    text: {
      zh: '{{item}}已交办给{{unit}}，请在{{due}}前（含当日）办结。',
      en: '{{item}} is assigned to {{unit}} and due on {{due}}.',
    },
    byMail: true,
  },
  reopened: {
    kind: 'supervision.item-reopened',
    name: { zh: '督查事项要重新办理', en: 'An item is reopened' },
    text: {
      zh: `${about.zh}要重新办理，期限{{due}}，请看督查的意见。`,
      en: `${about.en} is reopened and due on {{due}}; see what supervision says.`,
    },
    byMail: true,
  },
  'to-close': {
    kind: 'supervision.item-to-close',
    name: { zh: '有事项申请销号', en: 'An item waits to be closed' },
    text: {
      zh: `${about.zh}已报送办结材料，申请销号，请核实。`,
      en: `${about.en} is handed in with evidence and waits to be closed.`,
    },
    byMail: true,
  },
  closed: {
    kind: 'supervision.item-closed',
    name: { zh: '督查事项已销号', en: 'An item is closed' },
    text: { zh: `${about.zh}已销号。`, en: `${about.en} is closed.` },
    byMail: true,
  },
  'not-closed': {
    kind: 'supervision.item-not-closed',
    name: { zh: '督查事项不予销号', en: 'An item is not closed yet' },
    text: {
      zh: `${about.zh}暂不销号，期限{{due}}，请看督查的意见后继续办理。`,
      en: `${about.en} is not closed yet and due on {{due}}; see what supervision says.`,
    },
    byMail: true,
  },
  'time-asked': {
    kind: 'supervision.time-asked',
    name: { zh: '有延期申请待答复', en: 'A request for more time waits' },
    text: {
      zh: `${about.zh}申请延期到{{until}}，请答复。`,
      en: `More time until {{until}} is asked for ${about.en.replace(/,$/, '')}. Please answer.`,
    },
    byMail: true,
  },
  'time-granted': {
    kind: 'supervision.time-granted',
    name: { zh: '同意延期', en: 'More time is granted' },
    text: {
      zh: `${about.zh}同意延期到{{until}}。`,
      en: `${about.en} has more time, until {{until}}.`,
    },
    byMail: true,
  },
  'time-refused': {
    kind: 'supervision.time-refused',
    name: { zh: '不同意延期', en: 'More time is refused' },
    text: {
      zh: `${about.zh}延期申请未获同意，期限仍为{{due}}。`,
      en: `${about.en} gets no more time and stays due on {{due}}.`,
    },
    byMail: true,
  },
} as const

export type ItemNews = keyof typeof itemNotices

/** What supervision tells people. */
export const supervisionNotices = { ...climbNotices, ...itemNotices }
