import { DownloadOutlined } from '@ant-design/icons'
import { formatPeriod } from '@opensti/ui'
import { Section, useLanguage } from '@opensti/ui/workbench'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { latestPeriods } from './latest-periods.ts'

/** The one-page brief of a period: choose it, take it. */
export function BriefForm({ region }: { region: string }) {
  const { t } = useTranslation('evaluation')
  const { language } = useLanguage()
  const periods = latestPeriods(new Date())
  const [period, setPeriod] = useState(periods[0] ?? '')
  const address = `/api/regions/${region}/periods/${period}/brief`
  return (
    <Section id="brief" title={t('brief.title')} lead={t('brief.lead')}>
      <div className="acts">
        <Select
          aria-label={t('brief.period')}
          value={period}
          onChange={setPeriod}
          options={periods.map((value) => ({ value, label: formatPeriod(value, language) }))}
        />
        <Button type="primary" icon={<DownloadOutlined />} href={`${address}?format=pdf`} download>
          {t('brief.pdf')}
        </Button>
        <Button icon={<DownloadOutlined />} href={`${address}?format=docx`} download>
          {t('brief.word')}
        </Button>
      </div>
    </Section>
  )
}
