import type { Rung } from './climb.ts'

const gaps = {
  zh: '{{item}}（承办：{{unit}}）应于{{due}}办结，已逾期{{days}}个工作日',
  en: '{{item}}, owed by {{unit}}, was due on {{due}} and is {{days}} working day(s) overdue',
}

/** What supervision tells people: one kind for each rung that hears of an overdue item. */
export const supervisionNotices = {
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

export type ToldRung = keyof typeof supervisionNotices
