import type { PolicyRow } from '@opensti/kernel'

const unit = ['reporter', 'checker', 'unit-leader'] as const
const watch = ['planner', 'supervisor', 'head'] as const

/** The planner runs an evaluation, units assess themselves, supervision says its own beside it; the head reads. */
export const evaluationPolicy: readonly PolicyRow[] = [
  { action: 'evaluation.exercise.list', who: [...unit, ...watch], relation: 'own-region' },
  { action: 'evaluation.exercise.read', who: unit, relation: 'own-unit' },
  { action: 'evaluation.exercise.read', who: watch, relation: 'own-region' },
  { action: 'evaluation.exercise.run', who: ['planner'], relation: 'own-region' },
  { action: 'evaluation.own.write', who: ['reporter', 'unit-leader'], relation: 'own-unit', states: ['filling'] },
  { action: 'evaluation.own.hand-in', who: ['checker', 'unit-leader'], relation: 'own-unit', states: ['filling'] },
  { action: 'evaluation.own.send-back', who: ['planner'], relation: 'own-region', states: ['handed-in'] },
  { action: 'evaluation.review.write', who: ['supervisor'], relation: 'own-region', states: ['reviewing'] },
  { action: 'evaluation.brief.read', who: [...unit, ...watch], relation: 'own-region' },
  { action: 'evaluation.brief.issue', who: ['planner'], relation: 'own-region' },
]
