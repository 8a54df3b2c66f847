import { formatMoment } from '@opensti/ui'
import type { ReactNode } from 'react'
import { useLanguage } from './language.tsx'

interface Entry {
  at: string
  what: ReactNode
  /** Who did it. */
  by?: ReactNode
  /** What was said with it, in the words it was said in. */
  words?: ReactNode
}

/** What has happened, from the first to the last; shown with the latest on top. */
export function Timeline({ entries, seconds = false }: { entries: readonly Entry[]; seconds?: boolean }) {
  const { language } = useLanguage()
  return (
    <ol className="timeline" reversed>
      {entries
        .map((entry, at) => (
          <li key={at}>
            <time dateTime={entry.at}>{formatMoment(entry.at, language, { seconds })}</time>
            <span>
              <b>{entry.what}</b> {entry.by && <span className="muted">{entry.by}</span>}
              {entry.words && <q>{entry.words}</q>}
            </span>
          </li>
        ))
        .reverse()}
    </ol>
  )
}
