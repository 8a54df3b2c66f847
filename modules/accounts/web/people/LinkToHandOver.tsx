import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Alert, Button, Input, type InputRef, Space } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MadeInvitation } from '../../contract.ts'

/** A link just made, to be handed over; it cannot be shown again. */
export function LinkToHandOver({ made, name }: { made: MadeInvitation; name: string }) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const field = useRef<InputRef>(null)
  const [copying, setCopying] = useState<'not yet' | 'copied' | 'refused'>('not yet')
  const time = formatMoment(made.expiresAt, language)
  if (made.link === null) return <Alert type="success" showIcon title={t('link.mailed', { name, time })} />

  const { link } = made
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      setCopying('copied')
    } catch {
      setCopying('refused')
    }
  }
  return (
    <div className="hand-over">
      <p>{t('link.handOver', { name, time })}</p>
      <Space.Compact block>
        <Input
          ref={field}
          readOnly
          value={link}
          aria-label={t('link.label')}
          onFocus={(event) => event.target.select()}
        />
        <Button type="primary" onClick={() => void copy()}>
          {t(copying === 'copied' ? 'link.copied' : 'link.copy')}
        </Button>
      </Space.Compact>
      <p aria-live="polite" className="quiet">
        {copying === 'refused' && t('link.copyFailed')}
      </p>
    </div>
  )
}
