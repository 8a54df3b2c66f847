import { ApiError, api, MainHeading, ProblemNotice, useSingleMutation } from '@opensti/ui/workbench'
import { Button, Form, Input, type InputRef, Typography } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeRequest, EntryView } from '../../contract.ts'

interface Props {
  /** Of the sign-in that waits. */
  token: string
  onEntered: (entry: EntryView) => void
  /** Back to the password. */
  onAgain: () => void
}

/** The second step: the code of the phone, or a recovery code of paper. */
export function CodeStep({ token, onEntered, onAgain }: Props) {
  const { t } = useTranslation('accounts')
  const [byPaper, setByPaper] = useState(false)
  const [form] = Form.useForm<{ code: string }>()
  const field = useRef<InputRef>(null)
  const submit = useSingleMutation({
    mutationFn: (request: CodeRequest) => api<EntryView>('POST', '/api/accounts/sign-in/code', request),
    onSuccess: onEntered,
    onError: () => field.current?.focus({ cursor: 'all' }),
  })
  const change = () => {
    setByPaper(!byPaper)
    submit.reset()
    form.resetFields()
    field.current?.focus()
  }
  const isOver = submit.error instanceof ApiError && submit.error.refusal.code === 'second_step_over'

  return (
    <>
      <MainHeading title={t('security.code.title')} />
      <Typography.Paragraph type="secondary">
        {t(byPaper ? 'security.code.recoveryLead' : 'security.code.lead')}
      </Typography.Paragraph>
      <Form
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={({ code }) => submit.mutate({ token, code })}
      >
        <Form.Item
          name="code"
          label={t(byPaper ? 'security.code.recoveryLabel' : 'security.code.label')}
          rules={[
            {
              required: true,
              whitespace: true,
              message: t(byPaper ? 'security.code.recoveryMissing' : 'security.code.missing'),
            },
          ]}
        >
          <Input
            ref={field}
            autoFocus
            className="code-field"
            autoComplete={byPaper ? 'off' : 'one-time-code'}
            inputMode={byPaper ? 'text' : 'numeric'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
          />
        </Form.Item>
        {submit.error && <ProblemNotice error={submit.error} />}
        {isOver ? (
          <Button type="primary" block onClick={onAgain}>
            {t('security.code.again')}
          </Button>
        ) : (
          <Button type="primary" htmlType="submit" block loading={submit.isPending}>
            {t('security.code.submit')}
          </Button>
        )}
      </Form>
      <p className="door-ways">
        <Button type="link" onClick={change}>
          {t(byPaper ? 'security.code.byPhone' : 'security.code.byRecovery')}
        </Button>
        {!isOver && (
          <Button type="link" onClick={onAgain}>
            {t('security.code.again')}
          </Button>
        )}
      </p>
      <Typography.Paragraph type="secondary" className="door-note">
        {t('security.code.lost')}
      </Typography.Paragraph>
    </>
  )
}
