import { type StatusKey, statusMarks } from '@opensti/ui'
import { useLanguage } from './language.tsx'

interface StatusMarkProps {
  status: StatusKey
  /** Said instead of the status's own word, where something else looks alike. */
  word?: string
}

/** A status by its word first, then shape and colour, so that it prints and is heard as well. */
export function StatusMark({ status, word }: StatusMarkProps) {
  const { language } = useLanguage()
  const mark = statusMarks[status]
  return (
    <span className={`status-mark status-${status}`} title={word === undefined ? mark.meaning[language] : undefined}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {mark.line && <path d={mark.line} fill="none" stroke="currentColor" strokeWidth="1.8" />}
        {mark.solid && <path d={mark.solid} fill="currentColor" />}
      </svg>
      {word ?? mark.word[language]}
    </span>
  )
}
