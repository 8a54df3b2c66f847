import { lazy } from 'react'

/** The screens of reporting, for the workbench to put at its addresses. Each is loaded when it is first visited. */
export { reportingWords } from './words.ts'

export const ChainScreen = lazy(() => import('./chain/ChainScreen.tsx').then((file) => ({ default: file.ChainScreen })))
export const CyclesScreen = lazy(() =>
  import('./cycles/CyclesScreen.tsx').then((file) => ({ default: file.CyclesScreen })),
)
export const DeskScreen = lazy(() => import('./desk/DeskScreen.tsx').then((file) => ({ default: file.DeskScreen })))
export const FillScreen = lazy(() =>
  import('./workbooks/FillScreen.tsx').then((file) => ({ default: file.FillScreen })),
)
export const MappingScreen = lazy(() =>
  import('./workbooks/MappingScreen.tsx').then((file) => ({ default: file.MappingScreen })),
)
export const NewCycleScreen = lazy(() =>
  import('./cycles/NewCycleScreen.tsx').then((file) => ({ default: file.NewCycleScreen })),
)
export const PeriodScreen = lazy(() =>
  import('./period/PeriodScreen.tsx').then((file) => ({ default: file.PeriodScreen })),
)
export const RemindersScreen = lazy(() =>
  import('./reminders/RemindersScreen.tsx').then((file) => ({ default: file.RemindersScreen })),
)
export const ReturnScreen = lazy(() =>
  import('./return/ReturnScreen.tsx').then((file) => ({ default: file.ReturnScreen })),
)
export const TemplateScreen = lazy(() =>
  import('./workbooks/TemplateScreen.tsx').then((file) => ({ default: file.TemplateScreen })),
)
