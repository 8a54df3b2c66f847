import { api, ProblemNotice } from '@opensti/ui/workbench'
import { Button, Form, Input, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RecoveryCodeList, SecondFactorOffered } from '../../contract.ts'
import { ProofForm } from './ProofForm.tsx'
import { QrPicture } from './QrPicture.tsx'
import { useSecurityDeed } from './use-security.ts'

interface Props {
  /** The second factor is on, and these are its recovery codes. */
  onDone: (codes: string[]) => void
  onCancel: () => void
}

/** Switching one-time codes on: the password, the picture for the phone, the first code. */
export function EnrolSteps({ onDone, onCancel }: Props) {
  const { t } = useTranslation('accounts')
  const start = useSecurityDeed((currentPassword: string) =>
    api<SecondFactorOffered>('POST', '/api/accounts/own/second-factor', { currentPassword }),
  )
  const confirm = useSecurityDeed(
    (code: string) => api<RecoveryCodeList>('POST', '/api/accounts/own/second-factor/confirm', { code }),
    ({ codes }) => onDone(codes),
  )
  if (!start.data) {
    return (
      <ProofForm
        lead={t('security.factor.offLead')}
        submit={t('security.factor.next')}
        withCode={false}
        isBusy={start.isPending}
        error={start.error}
        onSubmit={({ currentPassword }) => start.mutate(currentPassword)}
        onCancel={onCancel}
      />
    )
  }
  return (
    <Form<{ code: string }>
      name="enrol"
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => confirm.mutate(code)}
    >
      <p>{t('security.factor.scan')}</p>
      <QrPicture text={start.data.address} title={t('security.factor.picture')} />
      <p>{t('security.factor.typed')}</p>
      <p>
        <code className="factor-secret">{start.data.secret}</code>
      </p>
      <Form.Item
        name="code"
        label={t('security.factor.confirmLead')}
        rules={[{ required: true, whitespace: true, message: t('security.code.missing') }]}
      >
        <Input
          autoFocus
          className="code-field"
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
          maxLength={60}
        />
      </Form.Item>
      {confirm.error && <ProblemNotice error={confirm.error} />}
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('security.factor.confirm')}
        </Button>
        <Button onClick={onCancel}>{t('security.factor.cancel')}</Button>
      </Space>
    </Form>
  )
}
