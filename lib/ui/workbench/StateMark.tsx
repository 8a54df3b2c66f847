import type { ReactNode } from 'react'

/**
 * How a state looks: quiet before it begins, open while somebody is at work on it, plain between, done when it came to its
 * end, ended when it was given up, wrong when somebody must look again.
 */
export type StateTone = 'quiet' | 'open' | 'plain' | 'done' | 'ended' | 'wrong'

/** Where something is in its life, as a word; frame and colour only repeat it. */
export function StateMark({ tone = 'plain', children }: { tone?: StateTone | undefined; children: ReactNode }) {
  return <span className={`state state-${tone}`}>{children}</span>
}
