import { formatDay, localDay } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../contract.ts'

/** When a return is due, and in words how near or how far past that is. */
export function Due({
  one,
  inline = false,
  labelled = false,
}: {
  one: Pick<RequestSummary, 'dueAt' | 'late' | 'daysLeft' | 'returned' | 'completeBy' | 'state'>
  inline?: boolean
  /** Says “due” before the day, where no heading does. */
  labelled?: boolean
}) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const open = one.state !== 'accepted' && one.state !== 'locked' && one.state !== 'submitted'
  const words = dueWords()
  return (
    <span className={inline ? 'rep-due inline' : 'rep-due'}>
      <time dateTime={one.dueAt}>
        {labelled && `${t('due.label')} `}
        {formatDay(localDay(new Date(one.dueAt)), language)}
      </time>
      {words && <small className={one.late && !one.returned ? 'rep-late' : undefined}>{words}</small>}
    </span>
  )

  function dueWords(): string | null {
    if (!open) return one.late ? t('due.wasLate') : null
    // It has come before: what counts is that it is to be completed, not how long ago it was due.
    if (one.returned && one.completeBy) return t('due.completeBy', { day: formatDay(one.completeBy, language) })
    if (one.returned) return t(one.late ? 'due.wasLate' : 'due.wasInTime')
    if (one.daysLeft < 0) return t('due.late', { count: -one.daysLeft })
    if (one.daysLeft === 0) return t('due.today')
    return t('due.left', { count: one.daysLeft })
  }
}
