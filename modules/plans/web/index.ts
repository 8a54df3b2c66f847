import { lazy } from 'react'

/** The screens of the plans module. Each comes over the wire when its address is first visited. */
export { plansWords } from './words.ts'

export const ComparisonScreen = lazy(() =>
  import('./ComparisonScreen.tsx').then((file) => ({ default: file.ComparisonScreen })),
)
export const DocumentScreen = lazy(() =>
  import('./DocumentScreen.tsx').then((file) => ({ default: file.DocumentScreen })),
)
export const IndicatorScreen = lazy(() =>
  import('./indicator/IndicatorScreen.tsx').then((file) => ({ default: file.IndicatorScreen })),
)
export const OverviewScreen = lazy(() =>
  import('./overview/OverviewScreen.tsx').then((file) => ({ default: file.OverviewScreen })),
)
export const PlanScreen = lazy(() => import('./plan/PlanScreen.tsx').then((file) => ({ default: file.PlanScreen })))
export const ReadingScreen = lazy(() =>
  import('./reading/ReadingScreen.tsx').then((file) => ({ default: file.ReadingScreen })),
)
export const ReadingsScreen = lazy(() =>
  import('./reading/ReadingsScreen.tsx').then((file) => ({ default: file.ReadingsScreen })),
)
export const TaskScreen = lazy(() => import('./TaskScreen.tsx').then((file) => ({ default: file.TaskScreen })))
export const UnitScreen = lazy(() => import('./UnitScreen.tsx').then((file) => ({ default: file.UnitScreen })))
