import { formatPeriod } from '@opensti/ui'
import { Section, useLanguage } from '@opensti/ui/workbench'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PeriodBrief } from '../brief/PeriodBrief.tsx'
import { latestPeriods } from './latest-periods.ts'

/** The one-page brief of a period: choose it, look at its draft, issue it. */
export function BriefForm({ region }: { region: string }) {
  const { t } = useTranslation('evaluation')
  const { language } = useLanguage()
  const periods = latestPeriods(new Date())
  const [period, setPeriod] = useState(periods[0] ?? '')
  return (
    <Section id="brief" title={t('brief.title')} lead={t('brief.lead')}>
      <div className="acts">
        <Select
          aria-label={t('brief.period')}
          value={period}
          onChange={setPeriod}
          options={periods.map((value) => ({ value, label: formatPeriod(value, language) }))}
        />
      </div>
      <PeriodBrief region={region} period={period} />
    </Section>
  )
}
