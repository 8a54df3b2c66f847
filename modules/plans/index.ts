/** The door of the plans module for the server and the command line. */

export { readDocument } from './domain/reading/read-document.ts'
export { plansPolicy } from './policy.ts'
export { type IndicatorName, indicatorNames } from './server/indicator-names.ts'
export { isLoaded, loadRegions, previewRegions } from './server/load-regions.ts'
export { errorPage, plansPages } from './server/pages.ts'
export { type RecordedValue, recordValues } from './server/record-values.ts'
export { plansRoutes } from './server/routes.ts'
