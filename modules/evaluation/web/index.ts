import { lazy } from 'react'

/** The screens of evaluation, for the workbench to put at its addresses. Each is loaded when it is first visited. */
export { evaluationWords } from './words.ts'

export const EvaluationsScreen = lazy(() =>
  import('./list/EvaluationsScreen.tsx').then((file) => ({ default: file.EvaluationsScreen })),
)
export const BriefScreen = lazy(() => import('./brief/BriefScreen.tsx').then((file) => ({ default: file.BriefScreen })))
export const EvaluationScreen = lazy(() =>
  import('./exercise/EvaluationScreen.tsx').then((file) => ({ default: file.EvaluationScreen })),
)
export const SheetScreen = lazy(() => import('./sheet/SheetScreen.tsx').then((file) => ({ default: file.SheetScreen })))
