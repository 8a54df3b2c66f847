import { dayAfter } from '@opensti/kernel'
import { formatDate, localDay } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { AssessmentSummary } from '../../contract.ts'

type Timed = Pick<AssessmentSummary, 'state' | 'issuedAt' | 'appealsUntil' | 'publishedAt' | 'openAppeals' | 'waiting'>

/** Says which day is next: when appeals end, when the ranking comes, or why it has not come. */
export function useWhen() {
  const { t } = useTranslation('assessment')
  const { language } = useLanguage()
  const day = (iso: string) => formatDate(localDay(new Date(iso)), language)
  return ({ state, issuedAt, appealsUntil, publishedAt, openAppeals, waiting }: Timed): string[] => {
    if (state === 'published' && publishedAt) return [t('when.published', { day: day(publishedAt) })]
    if (state === 'issued' && issuedAt) return [t('when.issued', { day: day(issuedAt) })]
    if (state !== 'frozen' || !appealsUntil) return []
    if (waiting) return [t('when.waiting', { count: openAppeals })]
    const next = formatDate(dayAfter(localDay(new Date(appealsUntil))), language)
    return [
      t('when.until', { day: day(appealsUntil) }),
      t('when.next', { day: next }),
      ...(openAppeals > 0 ? [t('when.open', { count: openAppeals })] : []),
    ]
  }
}
