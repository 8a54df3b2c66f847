/** The published arithmetic: the same in the server, in the browser of whoever recomputes, and in other modules. */

export { type Formula, type Grade, type Inputs, type Part, rank, type Score, scoreOf } from './domain/score.ts'
