/** The door of the reporting module for the server. */

export { reportingPolicy } from './policy.ts'
export { createCycle } from './server/create-cycle.ts'
export { openPeriod } from './server/open-period.ts'
export { reportingRoutes } from './server/routes.ts'
