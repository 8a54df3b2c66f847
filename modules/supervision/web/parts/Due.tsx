import { formatDate } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../contract.ts'
import { colourOf } from './LightMark.tsx'
import { useStandingWords } from './use-standing-words.ts'

type Dated = Pick<ItemSummary, 'dueDay' | 'firstDue' | 'light' | 'rung' | 'workdaysLeft'>

/** When an item is due, and in words how near or how far past that is and who knows of it. */
export function Due({ one }: { one: Dated }) {
  const { t } = useTranslation('supervision')
  const { language } = useLanguage()
  const words = useStandingWords()(one)
  return (
    <span className="sup-due">
      <time dateTime={one.dueDay}>{formatDate(one.dueDay, language)}</time>
      {words.map((word) => (
        <small key={word} className={colourOf(one.light)}>
          {word}
        </small>
      ))}
      {one.firstDue !== one.dueDay && <small>{t('due.was', { day: formatDate(one.firstDue, language) })}</small>}
    </span>
  )
}
