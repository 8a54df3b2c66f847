import { daysUntil, formatDay, localDay } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../contract.ts'

/** When a return is due, and in words how near or how far past that is. */
export function Due({
  one,
  inline = false,
  labelled = false,
}: {
  one: Pick<RequestSummary, 'dueAt' | 'late' | 'state'>
  inline?: boolean
  /** Says “due” before the day, where no heading does. */
  labelled?: boolean
}) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const days = daysUntil(one.dueAt)
  const open = one.state !== 'accepted' && one.state !== 'locked' && one.state !== 'submitted'
  const words = dueWords()
  return (
    <span className={inline ? 'rep-due inline' : 'rep-due'}>
      <time dateTime={one.dueAt}>
        {labelled && `${t('due.label')} `}
        {formatDay(localDay(new Date(one.dueAt)), language)}
      </time>
      {words && <small className={one.late ? 'rep-late' : undefined}>{words}</small>}
    </span>
  )

  function dueWords(): string | null {
    if (!open) return one.late ? t('due.wasLate') : null
    if (days < 0 && !one.late) return t('due.wasInTime')
    if (days === -1) return t('due.lateOne')
    if (days < 0) return t('due.late', { count: -days })
    if (days === 0) return t('due.today')
    if (days === 1) return t('due.tomorrow')
    return t('due.left', { count: days })
  }
}
