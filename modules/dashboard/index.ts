/** The door of the dashboard module for the server. */

export { dashboardPolicy } from './policy.ts'
export { dashboardRoutes } from './server/routes.ts'
