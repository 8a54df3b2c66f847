/** The door of the publication module for the server. */

export { publicationPolicy } from './policy.ts'
export { publicationRoutes } from './server/routes.ts'
export { takeEffect } from './server/take-effect.ts'
