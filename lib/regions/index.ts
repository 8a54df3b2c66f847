/** Region content as data: read it from a folder, check it, and say what has changed. Knows no place by name. */

export * from './check-regions.ts'
export * from './content.ts'
export * from './content-digest.ts'
export * from './describe-changes.ts'
export * from './faults.ts'
export * from './get-regions.ts'
export * from './measures.ts'
export * from './read-region.ts'
export * from './region-chain.ts'
export * from './resolve.ts'
export * from './unit-history.ts'
