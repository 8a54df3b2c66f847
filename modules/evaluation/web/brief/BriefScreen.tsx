import { formatPeriod } from '@opensti/ui'
import { PageHead, Section, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PeriodBrief } from './PeriodBrief.tsx'
import '../evaluation.css'

/** The brief of one period, for those who come from its figures. */
export function BriefScreen({ region, period }: { region: string; period: string }) {
  const { t } = useTranslation('evaluation')
  const { language } = useLanguage()
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/evaluation">
            {t('exercise.back')}
          </Link>
        }
        title={t('brief.of', { period: formatPeriod(period, language) })}
        lead={t('brief.lead')}
      />
      <Section id="brief" title={t('brief.title')}>
        <PeriodBrief region={region} period={period} />
      </Section>
    </>
  )
}
