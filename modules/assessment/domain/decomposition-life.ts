import { defineLife } from '@opensti/workflow'

/** How the sharing out of a target goes: drafted, approved by a decision that names its document, issued, replaced. */
export const decompositionLife = defineLife({
  names: { zh: '这份分解方案', en: 'This decomposition' },
  start: 'draft',
  states: {
    draft: { zh: '拟订中', en: 'drafted' },
    approved: { zh: '已审定', en: 'approved' },
    issued: { zh: '已下达', en: 'issued' },
    replaced: { zh: '已被替代', en: 'replaced' },
    withdrawn: { zh: '已撤销', en: 'withdrawn' },
  },
  moves: {
    approve: { from: ['draft'], to: 'approved', names: { zh: '审定', en: 'approve' } },
    'send-back': {
      from: ['approved'],
      to: 'draft',
      names: { zh: '退回修改', en: 'send back' },
      reason: true,
    },
    issue: { from: ['approved'], to: 'issued', names: { zh: '下达', en: 'issue' } },
    replace: { from: ['issued'], to: 'replaced', names: { zh: '替代', en: 'replace' } },
    withdraw: { from: ['draft', 'approved'], to: 'withdrawn', names: { zh: '撤销', en: 'withdraw' }, reason: true },
  },
})

export type DecompositionVerb = keyof typeof decompositionLife.moves
