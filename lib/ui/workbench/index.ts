/** Pieces that every screen of the workbench uses. */
export { ApiError, adviceOf, api, type Refusal } from './api.ts'
export { DesignStyle } from './DesignStyle.tsx'
export { Drawing } from './Drawing.tsx'
export { useLanguage } from './language.tsx'
export { PageHead } from './PageHead.tsx'
export { ProblemNotice } from './ProblemNotice.tsx'
export { StatusMark } from './StatusMark.tsx'
