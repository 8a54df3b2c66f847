import type { ReactNode } from 'react'

/** A table that may be wider than a phone: it moves sideways by itself, also by keyboard. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="wide-table" aria-label={label} tabIndex={0}>
      <table className="ledger">
        <caption className="hidden">{label}</caption>
        {children}
      </table>
    </section>
  )
}
