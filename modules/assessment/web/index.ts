import { lazy } from 'react'

/** The screens of assessment, for the workbench to put at its addresses. Each is loaded when it is first visited. */
export { assessmentWords } from './words.ts'

export const DecompositionsScreen = lazy(() =>
  import('./decomposition/DecompositionsScreen.tsx').then((file) => ({ default: file.DecompositionsScreen })),
)
export const DecompositionScreen = lazy(() =>
  import('./decomposition/DecompositionScreen.tsx').then((file) => ({ default: file.DecompositionScreen })),
)
export const AssessmentsScreen = lazy(() =>
  import('./exercise/AssessmentsScreen.tsx').then((file) => ({ default: file.AssessmentsScreen })),
)
export const AssessmentScreen = lazy(() =>
  import('./exercise/AssessmentScreen.tsx').then((file) => ({ default: file.AssessmentScreen })),
)
export const DraftScreen = lazy(() => import('./draft/DraftScreen.tsx').then((file) => ({ default: file.DraftScreen })))
export const SheetScreen = lazy(() => import('./sheet/SheetScreen.tsx').then((file) => ({ default: file.SheetScreen })))
