import { Breadcrumb } from 'antd'
import type { ReactNode } from 'react'

/** The way down to a screen, from the region. The screen itself stands below as the heading. */
export function Breadcrumbs({ steps, label }: { steps: readonly { key: string; link: ReactNode }[]; label: string }) {
  return (
    <nav aria-label={label}>
      <Breadcrumb items={[...steps.map(({ key, link }) => ({ key, title: link }))]} />
    </nav>
  )
}
