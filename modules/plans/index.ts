/** The door of the plans module for the server and the command line. */

export { readDocument } from './domain/reading/read-document.ts'
export { plansPolicy } from './policy.ts'
export { type Content, type PortalPage, renderPage, section, type Voice, voiceOf } from './portal/page.ts'
export { putTargetChange } from './server/change-target.ts'
export { findTaskRegion } from './server/find-task-region.ts'
export { type FixedFigure, fixedFigures } from './server/fixed-figures.ts'
export { hiddenFigures } from './server/hidden-figures.ts'
export { type IndicatorName, indicatorNames } from './server/indicator-names.ts'
export { type IndicatorStanding, indicatorStandings } from './server/indicator-standings.ts'
export { type LatestFigure, latestFigures } from './server/latest-figures.ts'
export { type LedgerFigure, type LedgerTarget, ledgerFigures, ledgerTargets } from './server/ledger-questions.ts'
export { publicLedgerState } from './server/ledger-state.ts'
export { isLoaded, loadRegions, previewRegions } from './server/load-regions.ts'
export { type OpenDataRegion, type OpenDataTerms, openDataRegions } from './server/open-data-terms.ts'
export { errorPage, plansPages } from './server/pages.ts'
export {
  findValueText,
  getPlanForStaff,
  type PlanForStaff,
  planNames,
  plansRunning,
} from './server/plan-for-modules.ts'
export { portalRoutes } from './server/portal-route.ts'
export { type FiguresWanted, type PublicFigure, publicTargets, publicValues } from './server/public-figures.ts'
export { keepBackValues, type Publication, publishValues, settleValues } from './server/publish-values.ts'
export { type RecordedValue, recordValues } from './server/record-values.ts'
export { plansRoutes } from './server/routes.ts'
export { type StaleIndicator, staleIndicators } from './server/stale-indicators.ts'
export { type WithdrawnValue, withdrawValues } from './server/withdraw-values.ts'
