/** The life of a record as a table: states, moves, and what each move needs. */
export * from './life.ts'
