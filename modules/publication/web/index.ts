import { lazy } from 'react'

/** The screens of publication, for the workbench to put at its addresses. Each is loaded when it is first visited. */
export { publicationWords } from './words.ts'

export const ReleasesScreen = lazy(() =>
  import('./list/ReleasesScreen.tsx').then((file) => ({ default: file.ReleasesScreen })),
)
export const ProposeScreen = lazy(() =>
  import('./propose/ProposeScreen.tsx').then((file) => ({ default: file.ProposeScreen })),
)
export const ReleaseScreen = lazy(() =>
  import('./release/ReleaseScreen.tsx').then((file) => ({ default: file.ReleaseScreen })),
)
