import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PeriodView } from '../../contract.ts'
import { useTemplates } from './use-workbooks.ts'

/** The bureau's workbook with what all units have handed in, where the cycle has one. */
export function CollatedButton({ view }: { view: PeriodView }) {
  const { t } = useTranslation('reporting')
  const { data } = useTemplates(view.regionId, view.cycle.code)
  if (!data || data.versions.length === 0) return null
  const address = `/api/regions/${view.regionId}/cycles/${view.cycle.code}/periods/${view.period}/workbook`
  return (
    <Button icon={<DownloadOutlined />} href={address}>
      {t('workbooks.collated')}
    </Button>
  )
}
