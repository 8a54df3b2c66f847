/** The door of the publication module for the server. */

export { publicationPolicy } from './policy.ts'
export { loadReleases } from './server/load-releases.ts'
export { publicationNotices } from './server/notice-kinds.ts'
export { publicationPages } from './server/public-routes.ts'
export { type FolderVerdict, verifyReleaseFolder } from './server/push/release-folder.ts'
export { getReleaseKey } from './server/push/release-key.ts'
export { publicationSenders } from './server/push/senders.ts'
export { readReleases } from './server/read-releases.ts'
export { publicationRoutes } from './server/routes.ts'
export { takeEffect } from './server/take-effect.ts'
export { findKnownFile } from './server/views/known-files.ts'
