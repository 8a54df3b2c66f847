import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'

/** No screen at this address. */
export function NotFound() {
  const { t } = useTranslation('shell')
  return (
    <Result
      status="404"
      title={t('notFound')}
      subTitle={t('notFoundLead')}
      extra={
        <Button type="primary" href="/workbench">
          {t('home')}
        </Button>
      }
    />
  )
}

/** A screen that failed to draw. Nothing was sent, so nothing is lost. */
export function Crashed() {
  const { t } = useTranslation('shell')
  return <Result status="error" title={t('crashed')} subTitle={t('crashedLead')} />
}
