import { lazy } from 'react'

/** The screen of the dashboard, for the workbench to put at its address. Loaded when it is first visited. */
export { dashboardWords } from './words.ts'

export const DashboardScreen = lazy(() =>
  import('./DashboardScreen.tsx').then((file) => ({ default: file.DashboardScreen })),
)
