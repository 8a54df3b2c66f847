import { formatMoment } from '@opensti/ui'
import {
  api,
  Explanation,
  Loading,
  MainHeading,
  ProblemNotice,
  useLanguage,
  useSingleMutation,
} from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Button, Divider, Form, Input, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AcceptInvitationRequest, EntryView, OfferedInvitation } from '../../contract.ts'
import { useDoor } from '../security/use-door.ts'
import { CodeStep } from './CodeStep.tsx'
import { NewPasswordItem } from './NewPasswordItem.tsx'
import { useEntry } from './use-entry.ts'
import { useOutside } from './use-outside.ts'
import '../accounts.css'

/** Where an invitation link leads: one sets a password and is signed in. The token stands behind the # of the address. */
export function InvitationScreen() {
  const { t } = useTranslation('accounts')
  const token = useLocation().hash
  const { waiting, take, again } = useEntry('/')
  const { data, error, isPending } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api<OfferedInvitation>('POST', '/api/accounts/invitations/look', { token }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (token === '') {
    return (
      <div className="door-single">
        <Explanation
          title={t('invitation.noToken')}
          lines={[t('invitation.noTokenLead')]}
          actions={<Link to="/sign-in">{t('invitation.toSignIn')}</Link>}
        />
      </div>
    )
  }
  if (waiting) {
    return (
      <div className="door-single">
        <section className="door-form">
          <CodeStep token={waiting} onEntered={take} onAgain={again} />
        </section>
      </div>
    )
  }
  return (
    <div className="door-single">
      <section className="door-form">
        <MainHeading title={t('invitation.title')} />
        {isPending && <Loading />}
        {error && (
          <>
            <ProblemNotice error={error} />
            <p>
              <Link to="/sign-in">{t('invitation.toSignIn')}</Link>
            </p>
          </>
        )}
        {data && <AcceptForm token={token} offered={data} onEntered={take} />}
      </section>
    </div>
  )
}

interface AcceptProps {
  token: string
  offered: OfferedInvitation
  onEntered: (entry: EntryView) => void
}

function AcceptForm({ token, offered, onEntered }: AcceptProps) {
  const { t } = useTranslation('accounts')
  const { language, say } = useLanguage()
  const provider = useDoor()?.provider
  const go = useOutside('/')
  const accept = useSingleMutation({
    mutationFn: (request: AcceptInvitationRequest) =>
      api<EntryView>('POST', '/api/accounts/invitations/accept', request),
    onSuccess: onEntered,
  })
  return (
    <>
      <Typography.Paragraph>
        {t(offered.purpose === 'join' ? 'invitation.join' : 'invitation.renew', { name: offered.name })}
      </Typography.Paragraph>
      <Form<{ newPassword: string }>
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={({ newPassword }) => accept.mutate({ token, password: newPassword })}
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
      {provider && offered.purpose === 'join' && (
        <div className="door-outside">
          <Divider plain>{t('security.door.or')}</Divider>
          {go.error && <ProblemNotice error={go.error} />}
          <Button
            block
            size="large"
            loading={go.isPending}
            onClick={() => go.mutate({ url: '/api/accounts/outside/start', body: { invitation: token } })}
          >
            {t('security.outside.join', { name: say(provider.label) })}
          </Button>
        </div>
      )}
      <Typography.Paragraph type="secondary" className="door-note">
        {t('invitation.until', { time: formatMoment(offered.expiresAt, language) })}
      </Typography.Paragraph>
    </>
  )
}
