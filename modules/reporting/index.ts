/** The door of the reporting module for the server. */

export { reportingPolicy } from './policy.ts'
export { createCycle } from './server/create-cycle.ts'
export { loadRounds } from './server/load-rounds.ts'
export { openPeriod } from './server/open-period.ts'
export { readRounds } from './server/read-rounds.ts'
export { reportingRoutes } from './server/routes.ts'
