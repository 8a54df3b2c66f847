import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../contract.ts'

/** Says how an item stands: the working days left or overdue, and up to whom it has climbed. Nothing for closed ones. */
export function useStandingWords() {
  const { t } = useTranslation('supervision')
  return ({ light, rung, workdaysLeft }: Pick<ItemSummary, 'light' | 'rung' | 'workdaysLeft'>): string[] => {
    if (light === 'ended') return []
    if (light !== 'overdue') return [workdaysLeft === 0 ? t('due.today') : t('due.left', { count: workdaysLeft })]
    if (workdaysLeft === 0) return [t('due.overdueSinceRest')]
    const overdue = t('due.overdue', { count: -workdaysLeft })
    return rung === 'owner' ? [overdue] : [overdue, t('due.climbed', { rung: t(`rung.${rung}`) })]
  }
}
