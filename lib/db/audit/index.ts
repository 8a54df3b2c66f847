/** Who did what: written with the deed, sealed soon after, checked without the database. */
export * from './entry.ts'
export { exportAudit } from './export.ts'
export * from './key.ts'
export { type SealOptions, sealAudit } from './seal.ts'
export * from './verify.ts'
