import { formatDate } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { AssessmentSummary } from '../../contract.ts'

type Timed = Pick<AssessmentSummary, 'state' | 'issuedDay' | 'lastAppealDay' | 'rankingDay' | 'openAppeals' | 'waiting'>

/** Says which day is next: when appeals end, when the ranking comes, or why it has not come. */
export function useWhen() {
  const { t } = useTranslation('assessment')
  const { language } = useLanguage()
  const day = (of: string) => formatDate(of, language)
  return ({ state, issuedDay, lastAppealDay, rankingDay, openAppeals, waiting }: Timed): string[] => {
    if (state === 'published' && rankingDay) return [t('when.published', { day: day(rankingDay) })]
    if (state === 'issued' && issuedDay) return [t('when.issued', { day: day(issuedDay) })]
    if (state !== 'frozen' || !lastAppealDay || !rankingDay) return []
    if (waiting) return [t('when.waiting', { count: openAppeals })]
    return [
      t('when.until', { day: day(lastAppealDay) }),
      t('when.next', { day: day(rankingDay) }),
      ...(openAppeals > 0 ? [t('when.open', { count: openAppeals })] : []),
    ]
  }
}
