import type { PolicyRow } from '@opensti/kernel'

const overview = ['planner', 'supervisor', 'unit-leader', 'head'] as const

/** One person proposes, another approves; what is public is for everyone. That nobody approves her own is in the use case. */
export const publicationPolicy: readonly PolicyRow[] = [
  { action: 'publication.public.read', who: 'anyone', relation: 'everywhere' },
  { action: 'publication.release.list', who: overview, relation: 'own-region' },
  { action: 'publication.release.read', who: overview, relation: 'own-region' },
  { action: 'publication.release.propose', who: ['planner'], relation: 'own-region' },
  { action: 'publication.release.decide', who: ['planner'], relation: 'own-region', states: ['proposed'] },
  { action: 'publication.release.decide', who: ['unit-leader'], relation: 'own-unit', states: ['proposed'] },
  {
    action: 'publication.release.withdraw',
    who: ['planner'],
    relation: 'own-region',
    states: ['proposed', 'approved'],
  },
  {
    action: 'publication.release.withdraw',
    who: ['unit-leader'],
    relation: 'own-unit',
    states: ['proposed', 'approved'],
  },
  { action: 'publication.release.retract', who: ['planner'], relation: 'own-region', states: ['in-effect'] },
  { action: 'publication.release.retract', who: ['unit-leader'], relation: 'own-unit', states: ['in-effect'] },
]
