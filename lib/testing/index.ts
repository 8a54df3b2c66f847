/** What tests of every module share. */
export * from './test-database.ts'
