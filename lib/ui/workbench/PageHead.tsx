import { Typography } from 'antd'
import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** Where the screen stands: what lies above it. */
  above?: ReactNode
  lead?: ReactNode
  action?: ReactNode
}

/** What a screen is called, one sentence about it, and its one clear action. */
export function PageHead({ title, above, lead, action }: Props) {
  return (
    <header className="page-head">
      <div className="page-head-words">
        {above}
        <Typography.Title level={1}>{title}</Typography.Title>
        {lead && (
          <Typography.Paragraph type="secondary" className="page-lead">
            {lead}
          </Typography.Paragraph>
        )}
      </div>
      {action && <div className="page-action">{action}</div>}
    </header>
  )
}
