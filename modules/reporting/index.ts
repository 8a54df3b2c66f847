/** The door of the reporting module for the server. */

export { fileKind } from './domain/file-kinds.ts'
export { reportingPolicy } from './policy.ts'
export { createCycle } from './server/create-cycle.ts'
export { loadRounds } from './server/load-rounds.ts'
export { type LockedPeriod, lockedFigures, lockedPeriods } from './server/locked-figures.ts'
export { openPeriod } from './server/open-period.ts'
export { readRounds } from './server/read-rounds.ts'
export { findReturnLabel } from './server/return-labels.ts'
export { reportingRoutes } from './server/routes.ts'
export { loadWorkbooks } from './server/workbooks/load-workbooks.ts'
