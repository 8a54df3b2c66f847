import { type StatusKey, statusMarks } from '@opensti/ui'
import { useLanguage } from './language.tsx'

/** A status by its word first, then shape and colour, so that it prints and is heard as well. */
export function StatusMark({ status }: { status: StatusKey }) {
  const { language } = useLanguage()
  const mark = statusMarks[status]
  return (
    <span className={`status-mark status-${status}`} title={mark.meaning[language]}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {mark.line && <path d={mark.line} fill="none" stroke="currentColor" strokeWidth="1.8" />}
        {mark.solid && <path d={mark.solid} fill="currentColor" />}
      </svg>
      {mark.word[language]}
    </span>
  )
}
