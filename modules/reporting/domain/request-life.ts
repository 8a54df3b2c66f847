import { defineLife } from '@opensti/workflow'

/** From an empty table to a locked one. A correction after the lock is another request and lives the same life. */
export const requestLife = defineLife({
  names: { zh: '这份报表', en: 'This return' },
  start: 'preparing',
  states: {
    preparing: { zh: '填报中', en: 'being prepared' },
    checking: { zh: '待审核', en: 'to be checked' },
    signing: { zh: '待签发', en: 'to be signed' },
    countersigning: { zh: '会签中', en: 'being countersigned' },
    submitted: { zh: '已报送', en: 'submitted' },
    accepted: { zh: '已汇总', en: 'collated' },
    locked: { zh: '已锁定', en: 'locked' },
  },
  moves: {
    'to-check': {
      from: ['preparing', 'checking'],
      to: 'checking',
      names: { zh: '提交审核', en: 'hand in for checking' },
    },
    'to-sign': {
      from: ['preparing', 'checking', 'signing'],
      to: 'signing',
      names: { zh: '提交签发', en: 'hand in for signing' },
    },
    'to-countersign': {
      from: ['preparing', 'checking', 'signing', 'countersigning'],
      to: 'countersigning',
      names: { zh: '送会签', en: 'send for countersigning' },
    },
    submit: {
      from: ['preparing', 'checking', 'signing', 'countersigning'],
      to: 'submitted',
      names: { zh: '报送', en: 'submit' },
    },
    withdraw: {
      from: ['checking', 'signing'],
      to: 'preparing',
      names: { zh: '撤回', en: 'take back' },
    },
    'send-back': {
      from: ['checking', 'signing', 'countersigning'],
      to: 'preparing',
      names: { zh: '退回修改', en: 'send back' },
      reason: true,
    },
    accept: { from: ['submitted'], to: 'accepted', names: { zh: '汇总', en: 'collate' } },
    return: {
      from: ['submitted', 'accepted'],
      to: 'preparing',
      names: { zh: '退回补充', en: 'return for completion' },
      reason: true,
    },
    lock: { from: ['accepted'], to: 'locked', names: { zh: '锁定', en: 'lock' } },
  },
})

export type RequestState = keyof typeof requestLife.states
export type RequestVerb = keyof typeof requestLife.moves
