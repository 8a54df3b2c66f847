import { formatAgo, formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'

/** How long ago something was, with the exact time under the pointer. */
export function Ago({ at }: { at: string }) {
  const { language } = useLanguage()
  return (
    <time dateTime={at} title={formatMoment(at, language, { seconds: true })}>
      {formatAgo(at, language)}
    </time>
  )
}

/** A moment written out. */
export function Moment({ at, seconds = false }: { at: string; seconds?: boolean }) {
  const { language } = useLanguage()
  return (
    <time dateTime={at} className="number">
      {formatMoment(at, language, { seconds })}
    </time>
  )
}
