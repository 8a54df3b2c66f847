/** The door of the supervision module for the server. */

export { supervisionPolicy } from './policy.ts'
export { supervisionRoutes } from './server/routes.ts'
