import type { ReactNode } from 'react'
import { MainHeading } from './MainHeading.tsx'

interface Props {
  title: string
  /** What it means and what to do, a sentence or two each. */
  lines: readonly string[]
  actions?: ReactNode
}

/** A screen that has nothing to show says why, calmly, and leads on. */
export function Explanation({ title, lines, actions }: Props) {
  return (
    <section className="explanation">
      <MainHeading title={title} />
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {actions && <div className="explanation-actions">{actions}</div>}
    </section>
  )
}
