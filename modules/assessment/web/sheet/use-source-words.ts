import { formatDate, formatPeriod } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../contract.ts'

/** Says where a figure comes from. */
export function useSourceWords() {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  return (source: Source): string => {
    switch (source.kind) {
      case 'ledger': {
        const period = formatPeriod(source.period, language)
        const said = t('sheet.ledger', { period, nature: t(`nature.${source.nature}`) })
        const day = source.vintage.slice(0, 10)
        return /^\d{4}-\d\d-\d\d$/.test(day)
          ? `${said}${language === 'zh' ? '，' : ', '}${t('sheet.vintage', { day: formatDate(day, language) })}`
          : said
      }
      case 'share':
        return t('sheet.share', { document: source.document })
      case 'plan':
        return say(source.planName)
      case 'document':
        return `${source.document} ${source.article}`
    }
  }
}
