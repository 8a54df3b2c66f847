/** The screens of accounts, for the workbench to put at its addresses. */
export { AccountScreen } from './account/AccountScreen.tsx'
export { AuditScreen } from './audit/AuditScreen.tsx'
export { InvitationScreen } from './door/InvitationScreen.tsx'
export { SignInScreen } from './door/SignInScreen.tsx'
export { OperationsScreen } from './operations/OperationsScreen.tsx'
export { PeopleScreen } from './people/PeopleScreen.tsx'
export { accountsWords } from './words.ts'
