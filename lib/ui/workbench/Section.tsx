import type { ReactNode } from 'react'

interface Props {
  id: string
  title: ReactNode
  /** How many there are, or how many of how many. */
  count?: number | string | undefined
  lead?: ReactNode
  /** What one can do with it, or how it is narrowed. */
  action?: ReactNode
  children: ReactNode
}

/** A part of a screen with its heading, its number of rows and what one can do with it. */
export function Section({ id, title, count, lead, action, children }: Props) {
  return (
    <section id={id} className="part" aria-labelledby={`${id}-heading`}>
      <div className="part-head">
        <h2 id={`${id}-heading`}>
          {title}
          {count !== undefined && <span className="count">{count}</span>}
        </h2>
        {action}
      </div>
      {lead && <p className="part-lead">{lead}</p>}
      {children}
    </section>
  )
}
