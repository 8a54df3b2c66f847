/** A quarter's round in the invented city, for tests of every module. */
export * from './lakeside.ts'
export * from './lock-round.ts'
