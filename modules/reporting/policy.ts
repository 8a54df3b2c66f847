import type { PolicyRow } from '@opensti/kernel'

const unit = ['reporter', 'checker', 'unit-leader'] as const
const overview = ['planner', 'supervisor'] as const
const lookers = [...overview, 'head'] as const

/** Who may do what with returns. A unit's chain says whose turn it is; this table says who can have a turn at all. */
export const reportingPolicy: readonly PolicyRow[] = [
  { action: 'reporting.desk.read', who: [...unit, ...overview], relation: 'everywhere' },
  { action: 'reporting.cycle.list', who: [...unit, ...lookers], relation: 'own-region' },
  { action: 'reporting.cycle.create', who: ['planner'], relation: 'own-region' },
  { action: 'reporting.period.open', who: ['planner'], relation: 'own-region' },
  { action: 'reporting.period.read', who: lookers, relation: 'own-region' },
  { action: 'reporting.period.lock', who: ['planner'], relation: 'own-region' },
  { action: 'reporting.workbook.read', who: overview, relation: 'own-region' },
  { action: 'reporting.workbook.map', who: ['planner'], relation: 'own-region' },

  // Numbers and names of people to call: for those who call them.
  { action: 'reporting.reminder.read', who: ['planner'], relation: 'own-region' },
  { action: 'reporting.reminder.send', who: ['planner'], relation: 'own-region' },
  { action: 'reporting.reminder.plan', who: ['planner'], relation: 'own-region' },
  { action: 'reporting.reminder.stale', who: ['planner'], relation: 'everywhere' },
  { action: 'reporting.call.note', who: ['planner'], relation: 'own-region' },

  { action: 'reporting.request.read', who: unit, relation: 'own-unit' },
  { action: 'reporting.request.read', who: lookers, relation: 'own-region' },
  { action: 'reporting.request.move', who: unit, relation: 'own-unit' },
  { action: 'reporting.request.move', who: ['planner'], relation: 'own-region', states: ['submitted', 'accepted'] },
  { action: 'reporting.request.correct', who: ['reporter'], relation: 'own-unit', states: ['locked'] },
  // Who stands in for the reporter may hold another of the unit's roles; whose turn it is is asked by the chain.
  { action: 'reporting.entry.write', who: unit, relation: 'own-unit', states: ['preparing'] },

  { action: 'reporting.chain.read', who: unit, relation: 'own-unit' },
  { action: 'reporting.chain.set', who: ['unit-leader'], relation: 'own-unit' },
  { action: 'reporting.delegation.make', who: unit, relation: 'own-unit' },
  { action: 'reporting.delegation.end', who: ['unit-leader'], relation: 'own-unit' },
  { action: 'reporting.delegation.end', who: 'signed-in', relation: 'self' },
  { action: 'reporting.reporter.hand-over', who: ['unit-leader'], relation: 'own-unit' },
]
