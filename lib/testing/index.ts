/** What tests of every module share. */
export * from './made-once.ts'
export * from './test-database.ts'
