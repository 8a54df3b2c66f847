import { defineLife } from '@opensti/workflow'

/** From a proposal to what everybody can read. The clock makes one of the moves. */
export const releaseLife = defineLife({
  names: { zh: '这次发布', en: 'This release' },
  start: 'proposed',
  states: {
    proposed: { zh: '待批准', en: 'to be approved' },
    approved: { zh: '已批准，待公开', en: 'approved, waiting for its moment' },
    'in-effect': { zh: '已公开', en: 'public' },
    declined: { zh: '未批准', en: 'declined' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
    retracted: { zh: '已撤下', en: 'taken down' },
  },
  moves: {
    approve: { from: ['proposed'], to: 'approved', names: { zh: '批准', en: 'approve' } },
    decline: { from: ['proposed'], to: 'declined', names: { zh: '不批准', en: 'decline' }, reason: true },
    withdraw: {
      from: ['proposed', 'approved'],
      to: 'withdrawn',
      names: { zh: '撤回', en: 'withdraw' },
      reason: true,
    },
    'take-effect': { from: ['approved'], to: 'in-effect', names: { zh: '公开', en: 'become public' } },
    retract: {
      from: ['in-effect'],
      to: 'retracted',
      names: { zh: '撤下页面', en: 'take the page down' },
      reason: true,
    },
  },
})

export type ReleaseState = keyof typeof releaseLife.states
export type ReleaseVerb = keyof typeof releaseLife.moves
