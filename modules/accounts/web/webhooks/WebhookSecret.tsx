import { formatMoment } from '@opensti/ui'
import { ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WebhookView } from '../../contract-webhooks.ts'
import type { useWebhookDeeds } from './use-webhook.ts'

interface Props {
  hook: WebhookView
  deed: ReturnType<typeof useWebhookDeeds>['secret']
}

/** The key that signs: shown when asked for, renewed when it has become known. */
export function WebhookSecret({ hook, deed }: Props) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const [copied, setCopied] = useState(false)
  const secret = deed.data?.secret
  const ask = (renew: boolean) => {
    setCopied(false)
    deed.mutate(renew)
  }
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      {hook.secretRenewedAt && (
        <p className="quiet">{t('webhook.secretLead', { time: formatMoment(hook.secretRenewedAt, language) })}</p>
      )}
      {deed.error && <ProblemNotice error={deed.error} />}
      {secret && (
        <Space.Compact block className="webhook-secret">
          <Input readOnly value={secret} aria-label={t('webhook.secret')} onFocus={(event) => event.target.select()} />
          <Button type="primary" onClick={() => void copy(secret)}>
            {t(copied ? 'webhook.copied' : 'webhook.copy')}
          </Button>
        </Space.Compact>
      )}
      <Space wrap>
        {!secret && (
          <Button loading={deed.isPending} onClick={() => ask(false)}>
            {t('webhook.showSecret')}
          </Button>
        )}
        <Button loading={deed.isPending} onClick={() => ask(true)}>
          {t('webhook.renewSecret')}
        </Button>
      </Space>
    </>
  )
}
