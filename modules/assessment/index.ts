/** The door of the assessment module for the server. */

export { assessmentNotices } from './domain/notice-kinds.ts'
export { type Formula, type Inputs, rank, type Score, scoreOf } from './domain/score.ts'
export { assessmentPolicy } from './policy.ts'
export { loadAssessments } from './server/load-assessments.ts'
export { publishDueRankings } from './server/publish-rankings.ts'
export { findPublishedRanking, listPublishedRankings, type PublishedRanking } from './server/published-rankings.ts'
export { readAssessments } from './server/read-assessments.ts'
export { assessmentRoutes } from './server/routes.ts'
