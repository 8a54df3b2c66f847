import { ProblemNotice } from '@opensti/ui/workbench'
import { App, Button, Form, Input, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSetOfficePhone } from './use-notices.ts'

/** Where others of the office call her, as she gives it herself. */
export function OfficePhone({ phone }: { phone: string | null }) {
  const { t } = useTranslation('accounts')
  const { message } = App.useApp()
  const set = useSetOfficePhone()
  return (
    <Form<{ phone: string }>
      className="notice-phone"
      layout="vertical"
      initialValues={{ phone: phone ?? '' }}
      onFinish={(given) =>
        set.mutate(given.phone.trim() || null, { onSuccess: () => void message.success(t('notices.phone.saved')) })
      }
    >
      {set.error && <ProblemNotice error={set.error} />}
      <Form.Item label={t('notices.phone.label')} extra={t('notices.phone.lead')}>
        <Space.Compact block>
          <Form.Item
            name="phone"
            noStyle
            rules={[{ pattern: /^\s*$|^\s*[0-9+][0-9 ()+-]{2,29}\s*$/, message: t('notices.phone.shape') }]}
          >
            <Input type="tel" autoComplete="off" maxLength={30} aria-label={t('notices.phone.label')} />
          </Form.Item>
          <Button htmlType="submit" loading={set.isPending}>
            {t('notices.phone.save')}
          </Button>
        </Space.Compact>
      </Form.Item>
    </Form>
  )
}
