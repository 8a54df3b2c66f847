import { defineLife } from '@opensti/workflow'

/** An assessment from its formula to its ranking. The last move is made by the house, on the day after the deadline. */
export const exerciseLife = defineLife({
  names: { zh: '这次考核', en: 'This assessment' },
  start: 'draft',
  states: {
    draft: { zh: '拟订办法', en: 'being drafted' },
    issued: { zh: '办法已公布', en: 'formula published' },
    frozen: { zh: '申诉期', en: 'open to appeal' },
    published: { zh: '已公布排名', en: 'ranking published' },
    withdrawn: { zh: '已撤销', en: 'withdrawn' },
  },
  moves: {
    issue: { from: ['draft'], to: 'issued', names: { zh: '公布办法', en: 'publish the formula' } },
    freeze: { from: ['issued'], to: 'frozen', names: { zh: '固定数据，开始申诉', en: 'freeze the inputs' } },
    publish: { from: ['frozen'], to: 'published', names: { zh: '公布排名', en: 'publish the ranking' } },
    withdraw: { from: ['draft', 'issued'], to: 'withdrawn', names: { zh: '撤销', en: 'withdraw' }, reason: true },
  },
})

export type ExerciseVerb = keyof typeof exerciseLife.moves

/** A unit's objection to one line of its sheet. */
export const appealLife = defineLife({
  names: { zh: '这份申诉', en: 'This appeal' },
  start: 'open',
  states: {
    open: { zh: '待答复', en: 'waiting for an answer' },
    upheld: { zh: '申诉成立', en: 'upheld' },
    dismissed: { zh: '申诉不成立', en: 'dismissed' },
    withdrawn: { zh: '已撤回', en: 'taken back' },
  },
  moves: {
    uphold: { from: ['open'], to: 'upheld', names: { zh: '成立，更正数据', en: 'uphold' }, reason: true },
    dismiss: { from: ['open'], to: 'dismissed', names: { zh: '不成立', en: 'dismiss' }, reason: true },
    withdraw: { from: ['open'], to: 'withdrawn', names: { zh: '撤回申诉', en: 'take back' } },
  },
})
