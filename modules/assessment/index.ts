/** The door of the assessment module for the server. */

export { type Formula, type Inputs, rank, type Score, scoreOf } from './domain/score.ts'
