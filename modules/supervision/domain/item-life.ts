import { defineLife } from '@opensti/workflow'

/** From a sentence in some minutes to 销号, its end with evidence. */
export const itemLife = defineLife({
  names: { zh: '这件督查事项', en: 'This item' },
  start: 'draft',
  states: {
    draft: { zh: '拟办', en: 'drafted' },
    assigned: { zh: '办理中', en: 'under way' },
    ending: { zh: '待销号', en: 'to be closed' },
    ended: { zh: '已销号', en: 'closed' },
    withdrawn: { zh: '已撤销', en: 'withdrawn' },
  },
  moves: {
    assign: { from: ['draft'], to: 'assigned', names: { zh: '交办', en: 'assign' } },
    'report-progress': {
      from: ['assigned'],
      to: 'assigned',
      names: { zh: '报进展', en: 'report progress' },
      reason: true,
    },
    'propose-end': {
      from: ['assigned'],
      to: 'ending',
      names: { zh: '申请销号', en: 'propose to close' },
      reason: true,
    },
    end: { from: ['ending'], to: 'ended', names: { zh: '销号', en: 'close' } },
    'refuse-end': { from: ['ending'], to: 'assigned', names: { zh: '不予销号', en: 'not close yet' }, reason: true },
    reopen: { from: ['ended'], to: 'assigned', names: { zh: '重新办理', en: 'reopen' }, reason: true },
    withdraw: { from: ['draft', 'assigned'], to: 'withdrawn', names: { zh: '撤销', en: 'withdraw' }, reason: true },
  },
})

export type ItemState = keyof typeof itemLife.states
export type ItemVerb = keyof typeof itemLife.moves

/** Who makes which move: the owner reports and proposes, supervision assigns, closes and reopens. */
export const sideOf: Record<ItemVerb, 'owner' | 'supervision'> = {
  assign: 'supervision',
  'report-progress': 'owner',
  'propose-end': 'owner',
  end: 'supervision',
  'refuse-end': 'supervision',
  reopen: 'supervision',
  withdraw: 'supervision',
}
