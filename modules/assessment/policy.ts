import type { PolicyRow } from '@opensti/kernel'

const unit = ['reporter', 'checker', 'unit-leader'] as const
const watch = ['supervisor', 'planner', 'head'] as const
const staff = [...unit, ...watch]

/** Planners share targets out; supervision assesses; a unit reads its sheet, works it out again and appeals. */
export const assessmentPolicy: readonly PolicyRow[] = [
  { action: 'assessment.decomposition.list', who: staff, relation: 'own-region' },
  { action: 'assessment.decomposition.read', who: watch, relation: 'own-region' },
  { action: 'assessment.decomposition.read', who: unit, relation: 'own-unit', states: ['issued', 'replaced'] },
  { action: 'assessment.decomposition.start', who: ['planner'], relation: 'own-region' },
  { action: 'assessment.decomposition.save', who: ['planner'], relation: 'own-region', states: ['draft'] },
  { action: 'assessment.decomposition.move', who: ['planner'], relation: 'own-region', states: ['draft', 'approved'] },
  { action: 'assessment.decomposition.change', who: ['planner'], relation: 'own-region', states: ['issued'] },
  { action: 'assessment.share.confirm', who: ['unit-leader'], relation: 'own-unit', states: ['to-unit'] },
  { action: 'assessment.share.confirm', who: ['planner'], relation: 'own-region', states: ['to-region'] },
  { action: 'assessment.share.object', who: ['unit-leader'], relation: 'own-unit', states: ['to-unit'] },
  { action: 'assessment.share.object', who: ['planner'], relation: 'own-region', states: ['to-region'] },

  { action: 'assessment.exercise.list', who: staff, relation: 'own-region' },
  { action: 'assessment.exercise.read', who: watch, relation: 'own-region' },
  { action: 'assessment.exercise.read', who: unit, relation: 'own-region', states: ['issued', 'frozen', 'published'] },
  { action: 'assessment.exercise.draft', who: ['supervisor'], relation: 'own-region' },
  { action: 'assessment.exercise.revise', who: ['supervisor'], relation: 'own-region', states: ['draft'] },
  { action: 'assessment.exercise.move', who: ['supervisor'], relation: 'own-region', states: ['draft', 'issued'] },
  { action: 'assessment.input.enter', who: ['supervisor'], relation: 'own-region', states: ['issued'] },
  { action: 'assessment.sheet.read', who: watch, relation: 'own-region' },
  { action: 'assessment.sheet.read', who: unit, relation: 'own-unit', states: ['frozen', 'published'] },
  { action: 'assessment.ranking.read', who: staff, relation: 'own-region', states: ['published'] },
  { action: 'assessment.appeal.make', who: ['unit-leader'], relation: 'own-unit', states: ['frozen'] },
  { action: 'assessment.appeal.prove', who: ['unit-leader'], relation: 'own-unit', states: ['open'] },
  { action: 'assessment.appeal.withdraw', who: ['unit-leader'], relation: 'own-unit', states: ['open'] },
  { action: 'assessment.appeal.answer', who: ['supervisor'], relation: 'own-region', states: ['open'] },
  { action: 'assessment.appeal.read', who: watch, relation: 'own-region' },
  { action: 'assessment.appeal.read', who: unit, relation: 'own-unit' },
]
