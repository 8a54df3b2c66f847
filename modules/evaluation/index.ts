/** The door of the evaluation module for the server. */

export { evaluationPolicy } from './policy.ts'
export { loadEvaluations } from './server/load-evaluations.ts'
export { findIssuedBrief, issuedState } from './server/papers/issued-briefs.ts'
export { evaluationSenders, makeMissingPapers } from './server/papers/make-papers.ts'
export { type ConcludedEvaluation, concludedEvaluations } from './server/papers/offer-papers.ts'
export { evaluationContents, type PaperContents } from './server/papers/paper-contents.ts'
export { readEvaluations } from './server/read-evaluations.ts'
export { evaluationRoutes } from './server/routes.ts'
