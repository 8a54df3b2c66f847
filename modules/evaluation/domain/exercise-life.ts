import { defineLife } from '@opensti/workflow'

/** An evaluation from its weights to its conclusion. Whether it is public is for releases to say. */
export const exerciseLife = defineLife({
  names: { zh: '这次评估', en: 'This evaluation' },
  start: 'preparing',
  states: {
    preparing: { zh: '筹备中', en: 'being prepared' },
    'self-assessing': { zh: '单位自评', en: 'self-assessment' },
    reviewing: { zh: '复核评价', en: 'under review' },
    concluded: { zh: '已定稿', en: 'concluded' },
  },
  moves: {
    open: {
      from: ['preparing'],
      to: 'self-assessing',
      names: { zh: '公布权重并启动自评', en: 'publish weights and open' },
    },
    review: { from: ['self-assessing'], to: 'reviewing', names: { zh: '转入复核', en: 'begin the review' } },
    conclude: { from: ['reviewing'], to: 'concluded', names: { zh: '定稿', en: 'conclude' } },
  },
})

export type ExerciseState = keyof typeof exerciseLife.states
export type ExerciseVerb = keyof typeof exerciseLife.moves

/** Names of all moves that a history may hold, with those that were possible before releases alone made evaluations public. */
export const exerciseMoveNames: Readonly<Record<string, { zh: string; en: string }>> = {
  ...Object.fromEntries(Object.entries(exerciseLife.moves).map(([verb, { names }]) => [verb, names])),
  publish: { zh: '公开', en: 'publish' },
  withdraw: { zh: '撤回公开', en: 'take back' },
}

/** The sheet of one unit: with the unit, or handed in. */
export const sheetLife = defineLife({
  names: { zh: '这份自评表', en: 'This sheet' },
  start: 'filling',
  states: { filling: { zh: '填写中', en: 'being filled in' }, 'handed-in': { zh: '已提交', en: 'handed in' } },
  moves: {
    'hand-in': { from: ['filling'], to: 'handed-in', names: { zh: '提交自评', en: 'hand in' } },
    'send-back': { from: ['handed-in'], to: 'filling', names: { zh: '退回补充', en: 'send back' }, reason: true },
  },
})

export type SheetState = keyof typeof sheetLife.states
export type SheetVerb = keyof typeof sheetLife.moves

/** How a line stands, as its unit or supervision sees it. */
export const standings = ['done', 'on-course', 'behind', 'cannot'] as const
export type Standing = (typeof standings)[number]
export const standingNames: Readonly<Record<Standing, { zh: string; en: string }>> = {
  done: { zh: '已完成', en: 'done' },
  'on-course': { zh: '符合进度', en: 'on course' },
  behind: { zh: '滞后', en: 'behind' },
  cannot: { zh: '难以完成', en: 'cannot be done' },
}
export const kindNames = {
  yearly: { zh: '年度评估', en: 'Yearly evaluation' },
  'mid-term': { zh: '中期评估', en: 'Mid-term evaluation' },
  final: { zh: '总结评估', en: 'Final evaluation' },
} as const
