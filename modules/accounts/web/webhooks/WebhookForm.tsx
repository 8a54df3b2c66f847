import { ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { App, Button, Checkbox, Form, Input, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SetWebhook, WebhookView } from '../../contract-webhooks.ts'
import type { useWebhookDeeds } from './use-webhook.ts'

interface Props {
  hook: WebhookView
  deed: ReturnType<typeof useWebhookDeeds>['set']
}

/** Address, whether it is in use, and which kinds go there. */
export function WebhookForm({ hook, deed }: Props) {
  const { t } = useTranslation('accounts')
  const { say, language } = useLanguage()
  const { message } = App.useApp()
  const save = (wanted: SetWebhook) =>
    deed.mutate(wanted, { onSuccess: () => void message.success(t('webhook.saved')) })
  return (
    <Form<SetWebhook>
      layout="vertical"
      requiredMark={false}
      initialValues={{
        address: hook.address ?? '',
        enabled: hook.enabled,
        kinds: hook.kinds.filter(({ wanted }) => wanted).map(({ kind }) => kind),
      }}
      onFinish={save}
    >
      {deed.error && <ProblemNotice error={deed.error} />}
      <Form.Item
        name="address"
        label={t('webhook.address')}
        extra={
          <>
            {t('webhook.addressHint')}
            {hook.listedHosts.length > 0 &&
              ` ${t('webhook.listed', { hosts: hook.listedHosts.join(language === 'zh' ? '、' : ', ') })}`}
          </>
        }
        rules={[{ required: true, message: t('webhook.addressMissing') }]}
      >
        <Input type="url" autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="kinds" label={t('webhook.kinds')}>
        <Checkbox.Group
          className="webhook-kinds"
          options={hook.kinds.map(({ kind, name }) => ({ value: kind, label: say(name) }))}
        />
      </Form.Item>
      {hook.kinds.length === 0 && <p className="quiet">{t('webhook.noKinds')}</p>}
      <Form.Item name="enabled" label={t('webhook.enabled')} valuePropName="checked" extra={t('webhook.enabledHint')}>
        <Switch />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={deed.isPending}>
        {t('webhook.save')}
      </Button>
    </Form>
  )
}
