import { Typography } from 'antd'
import type { ReactNode } from 'react'

/** What a screen is called, one sentence about it, and its one clear action. */
export function PageHead({ title, lead, action }: { title: string; lead?: ReactNode; action?: ReactNode }) {
  return (
    <header className="page-head">
      <div>
        <Typography.Title level={1}>{title}</Typography.Title>
        {lead && <Typography.Paragraph type="secondary">{lead}</Typography.Paragraph>}
      </div>
      {action}
    </header>
  )
}
