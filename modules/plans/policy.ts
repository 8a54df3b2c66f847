import type { PolicyRow } from '@opensti/kernel'

const staff = ['planner', 'reporter', 'checker', 'unit-leader', 'supervisor'] as const

/** Who may do what with plans. What is published is for everyone; drafts and documents being read are for the region's own staff. */
export const plansPolicy: readonly PolicyRow[] = [
  { action: 'plans.public.read', who: 'anyone', relation: 'everywhere' },
  { action: 'plans.reading.list', who: staff, relation: 'everywhere' },
  { action: 'plans.reading.read', who: staff, relation: 'own-region' },
  { action: 'plans.reading.start', who: ['planner'], relation: 'own-region' },
  { action: 'plans.candidate.decide', who: ['planner'], relation: 'own-region' },
  { action: 'plans.plan.publish', who: ['planner'], relation: 'own-region' },
  { action: 'plans.target.change', who: ['planner'], relation: 'own-region' },
]
