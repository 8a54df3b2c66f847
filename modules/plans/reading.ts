/** The reader by itself: text in, candidates out; no database, no server. */

export type * from './domain/reading/model.ts'
export { readDocument } from './domain/reading/read-document.ts'
