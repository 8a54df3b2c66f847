import type { PolicyRow } from '@opensti/kernel'

const unit = ['reporter', 'checker', 'unit-leader'] as const
const watch = ['supervisor', 'planner', 'head'] as const

/** Supervision assigns, answers and closes; the unit that owes it reports, asks for time and proposes the end. */
export const supervisionPolicy: readonly PolicyRow[] = [
  { action: 'supervision.item.list', who: [...unit, ...watch], relation: 'own-region' },
  { action: 'supervision.item.read', who: unit, relation: 'own-unit' },
  { action: 'supervision.item.read', who: watch, relation: 'own-region' },
  { action: 'supervision.item.create', who: ['supervisor'], relation: 'own-region' },
  { action: 'supervision.item.oversee', who: ['supervisor'], relation: 'own-region' },
  { action: 'supervision.item.work', who: ['reporter', 'unit-leader'], relation: 'own-unit', states: ['assigned'] },
  { action: 'supervision.extension.ask', who: ['unit-leader'], relation: 'own-unit', states: ['assigned'] },
  { action: 'supervision.extension.answer', who: ['supervisor'], relation: 'own-region', states: ['assigned'] },
  { action: 'supervision.evidence.add', who: ['reporter', 'unit-leader'], relation: 'own-unit', states: ['assigned'] },
]
