import { ProblemNotice } from '@opensti/ui/workbench'
import { Button, Form, Input, Space } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../use-session.ts'

export interface Proof {
  currentPassword: string
  code: string
}

interface Props {
  /** What will happen, said before it does. */
  lead: ReactNode
  submit: string
  danger?: boolean
  /** Whether a code is asked for besides the password. */
  withCode: boolean
  isBusy: boolean
  error: unknown
  onSubmit: (proof: Proof) => void
  onCancel: () => void
}

/** Password, and where wanted a code, before something that a borrowed screen must not do. */
export function ProofForm({ lead, submit, danger = false, withCode, isBusy, error, onSubmit, onCancel }: Props) {
  const { t } = useTranslation('accounts')
  const { person } = useSession()
  // Several of these may stand on one screen; fields take their ids from the form's name.
  const name = `proof${useId().replace(/\W/g, '')}`
  return (
    <Form<Proof> name={name} layout="vertical" requiredMark={false} className="proof-form" onFinish={onSubmit}>
      <p>{lead}</p>
      <input type="text" autoComplete="username" value={person?.signInName ?? ''} readOnly hidden />
      <Form.Item
        name="currentPassword"
        label={t('security.factor.password')}
        rules={[{ required: true, message: t('security.factor.passwordMissing') }]}
      >
        <Input.Password autoFocus autoComplete="current-password" maxLength={1000} />
      </Form.Item>
      {withCode && (
        <Form.Item
          name="code"
          label={t('security.factor.codeOrRecovery')}
          rules={[{ required: true, whitespace: true, message: t('security.code.missing') }]}
        >
          <Input className="code-field" autoComplete="one-time-code" spellCheck={false} maxLength={60} />
        </Form.Item>
      )}
      {Boolean(error) && <ProblemNotice error={error} />}
      <Space wrap>
        <Button type="primary" danger={danger} htmlType="submit" loading={isBusy}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{t('security.factor.cancel')}</Button>
      </Space>
    </Form>
  )
}
