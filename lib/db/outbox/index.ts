export * from './deliver.ts'
export * from './folder-carrier.ts'
export * from './letter.ts'
export * from './outbox.ts'
