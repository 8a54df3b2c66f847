import type { ReactNode } from 'react'

/** A heading; one that is a pair stands above figures, which are set to the right. */
type Heading = string | readonly ['figures', string]

interface Props {
  label: string
  headings: readonly Heading[]
  /** On a phone each row stands as a card; its cells carry their heading as data-label. */
  cards?: boolean
  /** Rows, in a tbody. */
  children: ReactNode
}

/** A table that may be wider than a phone: it moves sideways by itself, also by keyboard. */
export function WideTable({ label, headings, cards = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="wide-table" aria-label={label} tabIndex={0}>
      <table className={cards ? 'ledger cards' : 'ledger'}>
        <caption className="hidden">{label}</caption>
        <thead>
          <tr>
            {headings.map((heading) => {
              const [above, words] = typeof heading === 'string' ? [undefined, heading] : heading
              // A column of drawings has no words above it.
              if (words === '') return <td key={words} className="c-bar" />
              return (
                <th key={words} scope="col" className={above && 'r'}>
                  {words}
                </th>
              )
            })}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  )
}
