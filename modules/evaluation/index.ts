/** The door of the evaluation module for the server. */

export { evaluationPolicy } from './policy.ts'
export { loadEvaluations } from './server/load-evaluations.ts'
export { evaluationSenders } from './server/papers/make-papers.ts'
export { type ConcludedEvaluation, concludedEvaluations } from './server/papers/offer-papers.ts'
export { findByDigest } from './server/papers/store-papers.ts'
export { readEvaluations } from './server/read-evaluations.ts'
export { evaluationRoutes } from './server/routes.ts'
