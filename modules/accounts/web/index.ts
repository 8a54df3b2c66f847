import { lazy } from 'react'

/** The screens of accounts, for the workbench to put at its addresses. Each is loaded when it is first visited. */
export { accountsWords } from './words.ts'

export const AccountScreen = lazy(() =>
  import('./account/AccountScreen.tsx').then((file) => ({ default: file.AccountScreen })),
)
export const AuditScreen = lazy(() => import('./audit/AuditScreen.tsx').then((file) => ({ default: file.AuditScreen })))
export const InvitationScreen = lazy(() =>
  import('./door/InvitationScreen.tsx').then((file) => ({ default: file.InvitationScreen })),
)
export const NoticeBell = lazy(() => import('./notices/NoticeBell.tsx').then((file) => ({ default: file.NoticeBell })))
export const NoticesScreen = lazy(() =>
  import('./notices/NoticesScreen.tsx').then((file) => ({ default: file.NoticesScreen })),
)
export const OperationsScreen = lazy(() =>
  import('./operations/OperationsScreen.tsx').then((file) => ({ default: file.OperationsScreen })),
)
export const LevelThreeScreen = lazy(() =>
  import('./security/LevelThreeScreen.tsx').then((file) => ({ default: file.LevelThreeScreen })),
)
export const OutsideScreen = lazy(() =>
  import('./door/OutsideScreen.tsx').then((file) => ({ default: file.OutsideScreen })),
)
export const RecoveryScreen = lazy(() =>
  import('./door/RecoveryScreen.tsx').then((file) => ({ default: file.RecoveryScreen })),
)
export const PeopleScreen = lazy(() =>
  import('./people/PeopleScreen.tsx').then((file) => ({ default: file.PeopleScreen })),
)
export const SignInScreen = lazy(() =>
  import('./door/SignInScreen.tsx').then((file) => ({ default: file.SignInScreen })),
)
export const WebhookScreen = lazy(() =>
  import('./webhooks/WebhookScreen.tsx').then((file) => ({ default: file.WebhookScreen })),
)
