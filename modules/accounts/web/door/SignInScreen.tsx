import { ApiError, api, MainHeading, ProblemNotice, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Divider, Form, Input, type InputRef, Typography } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrentSession, EntryView, SignInRequest } from '../../contract.ts'
import { useDoor } from '../security/use-door.ts'
import { useSession } from '../use-session.ts'
import { CodeStep } from './CodeStep.tsx'
import { DemonstrationHint } from './DemonstrationHint.tsx'
import { localPath } from './local-path.ts'
import { useEntry } from './use-entry.ts'
import { useOutside } from './use-outside.ts'
import '../accounts.css'

/** The first thing an official sees. `next` is where she wanted to go. */
export function SignInScreen({ next }: { next?: string }) {
  const { t } = useTranslation('accounts')
  const { session } = useSession()
  const [form] = Form.useForm<SignInRequest>()
  const password = useRef<InputRef>(null)
  const path = localPath(next)
  const { waiting, take, again } = useEntry(path)

  if (waiting) {
    return (
      <div className="door-single">
        <section className="door-form">
          <CodeStep token={waiting} onEntered={take} onAgain={again} />
        </section>
      </div>
    )
  }
  const choose = (signInName: string) => {
    form.setFieldsValue({ signInName })
    form.setFields([{ name: 'signInName', errors: [] }])
    password.current?.focus()
  }
  return (
    <div className={session?.demonstration ? 'door-columns' : 'door-single'}>
      <section className="door-form">
        <MainHeading title={t('signIn.title')} />
        <Typography.Paragraph type="secondary">{t('signIn.lead')}</Typography.Paragraph>
        <Standing session={session} path={path} asked={path !== '/'} />
        <SignInForm form={form} password={password} onEntered={take} />
        <OtherWays path={path} />
        <Typography.Paragraph type="secondary" className="door-note">
          {t('signIn.forgotten')}
        </Typography.Paragraph>
      </section>
      {session?.demonstration && <DemonstrationHint onChoose={choose} />}
    </div>
  )
}

/** Why one stands at the door: a page was asked for, or one is inside already. */
function Standing({ session, path, asked }: { session: CurrentSession | null; path: string; asked: boolean }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  if (session?.person) {
    const title = t('signIn.already', { name: say(session.person.name) })
    return <Alert type="info" role="status" showIcon title={title} action={<Link to={path}>{t('signIn.goOn')}</Link>} />
  }
  return asked ? <Alert type="info" role="status" showIcon title={t('signIn.first')} /> : null
}

/** By the identity provider, where there is one; and for a forgotten password. */
function OtherWays({ path }: { path: string }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const provider = useDoor()?.provider
  const go = useOutside(path)
  return (
    <>
      {provider && (
        <div className="door-outside">
          <Divider plain>{t('security.door.or')}</Divider>
          {go.error && <ProblemNotice error={go.error} />}
          <Button
            block
            size="large"
            loading={go.isPending}
            onClick={() => go.mutate({ url: '/api/accounts/outside/start', body: {} })}
          >
            {t('security.door.outside', { name: say(provider.label) })}
          </Button>
        </div>
      )}
      <p className="door-ways">
        <Link to="/recovery">{t('security.door.forgotten')}</Link>
      </p>
    </>
  )
}

interface FormParts {
  form: ReturnType<typeof Form.useForm<SignInRequest>>[0]
  password: React.RefObject<InputRef | null>
  onEntered: (entry: EntryView) => void
}

function SignInForm({ form, password, onEntered }: FormParts) {
  const { t } = useTranslation('accounts')
  const [capsLock, setCapsLock] = useState(false)
  const signIn = useSingleMutation({
    mutationFn: (request: SignInRequest) => api<EntryView>('POST', '/api/accounts/sign-in', request),
    onSuccess: onEntered,
    onError: (error) => {
      const wrong = error instanceof ApiError && error.refusal.code === 'sign_in_refused'
      if (wrong) password.current?.focus({ cursor: 'all' })
    },
  })
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))

  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(request) => signIn.mutate({ ...request, signInName: request.signInName.trim() })}
    >
      <Form.Item
        name="signInName"
        label={t('signIn.name')}
        rules={[{ required: true, whitespace: true, message: t('signIn.nameMissing') }]}
      >
        <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
        extra={capsLock ? t('signIn.capsLock') : undefined}
      >
        <Input.Password
          ref={password}
          autoComplete="current-password"
          maxLength={1000}
          onKeyUp={watchCapsLock}
          onBlur={() => setCapsLock(false)}
        />
      </Form.Item>
      {signIn.error && <ProblemNotice error={signIn.error} />}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  )
}
