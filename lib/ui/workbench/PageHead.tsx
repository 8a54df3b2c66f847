import type { ReactNode } from 'react'
import { MainHeading } from './MainHeading.tsx'

interface Props {
  title: string
  /** The title as it is drawn, when it carries a number or a mark. */
  heading?: ReactNode
  /** Where the screen stands: what lies above it. */
  above?: ReactNode
  lead?: ReactNode
  action?: ReactNode
}

/** What a screen is called, one sentence about it, and its one clear action. */
export function PageHead({ title, heading, above, lead, action }: Props) {
  return (
    <header className="page-head">
      <div className="page-head-words">
        {above}
        <MainHeading title={title}>{heading}</MainHeading>
        {lead && <div className="page-lead">{lead}</div>}
      </div>
      {action && <div className="page-action">{action}</div>}
    </header>
  )
}
