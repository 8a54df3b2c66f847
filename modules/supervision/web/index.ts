import { lazy } from 'react'

/** The screens of supervision, for the workbench to put at its addresses. Each is loaded when it is first visited. */
export { supervisionWords } from './words.ts'

export const ItemsScreen = lazy(() => import('./list/ItemsScreen.tsx').then((file) => ({ default: file.ItemsScreen })))
export const ItemScreen = lazy(() => import('./item/ItemScreen.tsx').then((file) => ({ default: file.ItemScreen })))
export const TaskItems = lazy(() => import('./list/TaskItems.tsx').then((file) => ({ default: file.TaskItems })))
