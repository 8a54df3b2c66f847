import type { PolicyRow } from '@opensti/kernel'

/** Heads, supervision and planners see their region; a unit's leader sees what the unit answers for. */
export const dashboardPolicy: readonly PolicyRow[] = [
  { action: 'dashboard.view.read', who: ['head', 'supervisor', 'planner', 'unit-leader'], relation: 'own-region' },
]
