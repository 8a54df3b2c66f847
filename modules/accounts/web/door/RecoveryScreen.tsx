import { formatMoment } from '@opensti/ui'
import { api, Loading, MainHeading, ProblemNotice, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryView, OfferedRecovery } from '../../contract.ts'
import { CodeStep } from './CodeStep.tsx'
import { NewPasswordItem } from './NewPasswordItem.tsx'
import { useEntry } from './use-entry.ts'
import '../accounts.css'

/** For a forgotten password: without a token one asks for the letter, with the token of the letter one sets a new one. */
export function RecoveryScreen() {
  const token = useLocation().hash
  return (
    <div className="door-single">
      <section className="door-form">{token === '' ? <AskForm /> : <Offered token={token} />}</section>
    </div>
  )
}

function AskForm() {
  const { t } = useTranslation('accounts')
  const ask = useSingleMutation({
    mutationFn: (request: { signInName: string }) => api('POST', '/api/accounts/recovery', request),
  })
  return (
    <>
      <MainHeading title={t('security.recovery.title')} />
      <Typography.Paragraph type="secondary">{t('security.recovery.lead')}</Typography.Paragraph>
      {ask.isSuccess ? (
        <Alert
          type="success"
          role="status"
          showIcon
          title={t('security.recovery.sent')}
          description={
            <>
              <div>{t('security.recovery.sentLead')}</div>
              <div>{t('security.recovery.noLetter')}</div>
            </>
          }
        />
      ) : (
        <Form<{ signInName: string }>
          layout="vertical"
          size="large"
          requiredMark={false}
          onFinish={({ signInName }) => ask.mutate({ signInName: signInName.trim() })}
        >
          <Form.Item
            name="signInName"
            label={t('signIn.name')}
            rules={[{ required: true, whitespace: true, message: t('signIn.nameMissing') }]}
          >
            <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} />
          </Form.Item>
          {ask.error && <ProblemNotice error={ask.error} />}
          <Button type="primary" htmlType="submit" block loading={ask.isPending}>
            {t('security.recovery.submit')}
          </Button>
        </Form>
      )}
      <p className="door-ways">
        <Link to="/sign-in">{t('security.recovery.toSignIn')}</Link>
      </p>
    </>
  )
}

function Offered({ token }: { token: string }) {
  const { t } = useTranslation('accounts')
  const { data, error, isPending } = useQuery({
    queryKey: ['recovery', token],
    queryFn: () => api<OfferedRecovery>('POST', '/api/accounts/recovery/look', { token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const { waiting, take, again } = useEntry('/')
  if (waiting) return <CodeStep token={waiting} onEntered={take} onAgain={again} />
  return (
    <>
      <MainHeading title={t('security.recovery.newTitle')} />
      {isPending && <Loading />}
      {error && (
        <>
          <ProblemNotice error={error} />
          <p>
            <Link to="/recovery" hash="">
              {t('security.recovery.title')}
            </Link>
          </p>
        </>
      )}
      {data && <NewPasswordForm token={token} offered={data} onEntered={take} />}
    </>
  )
}

interface FormProps {
  token: string
  offered: OfferedRecovery
  onEntered: (entry: EntryView) => void
}

function NewPasswordForm({ token, offered, onEntered }: FormProps) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const accept = useSingleMutation({
    mutationFn: (password: string) => api<EntryView>('POST', '/api/accounts/recovery/accept', { token, password }),
    onSuccess: onEntered,
  })
  return (
    <>
      <Typography.Paragraph>{t('security.recovery.newLead', { name: offered.name })}</Typography.Paragraph>
      <Form<{ newPassword: string }>
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={({ newPassword }) => accept.mutate(newPassword)}
      >
        <Form.Item label={t('invitation.signInName')} htmlFor="offered-name">
          <Input id="offered-name" value={offered.signInName} readOnly variant="filled" autoComplete="username" />
        </Form.Item>
        <NewPasswordItem owner={offered} autoFocus />
        {accept.error && <ProblemNotice error={accept.error} />}
        <Button type="primary" htmlType="submit" block loading={accept.isPending}>
          {t('invitation.submit')}
        </Button>
      </Form>
      <Typography.Paragraph type="secondary" className="door-note">
        {t('invitation.until', { time: formatMoment(offered.expiresAt, language) })}
      </Typography.Paragraph>
    </>
  )
}
