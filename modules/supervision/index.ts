/** The door of the supervision module for the server. */

export { supervisionNotices } from './domain/notice-kinds.ts'
export { supervisionPolicy } from './policy.ts'
export { findItemLabel, type OverdueItem, overdueItems } from './server/item-labels.ts'
export { loadItems } from './server/load-items.ts'
export { type PressingItem, pressingItems } from './server/pressing-items.ts'
export { readItems } from './server/read-items.ts'
export { supervisionRoutes } from './server/routes.ts'
export { tellClimbing } from './server/tell-climbing.ts'
