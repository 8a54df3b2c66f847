import { api, DataTable, ProblemNotice, Unseen, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Grid, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../contract.ts'
import { Ago, Moment } from '../Moment.tsx'
import { SessionDevice } from '../security/SessionDevice.tsx'

const key = ['own-sessions']

/** Where one is signed in, and the means to end it elsewhere. */
export function OwnSessions() {
  const { t } = useTranslation('accounts')
  const { message } = App.useApp()
  const client = useQueryClient()
  const wide = Grid.useBreakpoint().md
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => api<{ sessions: SessionView[] }>('GET', '/api/accounts/own/sessions'),
  })
  const again = () => client.invalidateQueries({ queryKey: key })
  const endOne = useSingleMutation({
    mutationFn: (id: string) => api('DELETE', `/api/accounts/own/sessions/${id}`),
    onSuccess: () => void message.success(t('account.ended')),
    onSettled: again,
  })
  const endOthers = useSingleMutation({
    mutationFn: () => api<{ ended: number }>('POST', '/api/accounts/own/sessions/end-others'),
    onSuccess: ({ ended }) =>
      void message.success(ended > 0 ? t('account.endedOthers', { count: ended }) : t('account.noOthers')),
    onSettled: again,
  })
  const others = data?.sessions.filter((session) => !session.current).length ?? 0
  const problem = endOne.error ?? endOthers.error

  return (
    <Card
      title={t('account.sessions')}
      extra={
        others > 0 && (
          <Button loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('account.endOthers')}
          </Button>
        )
      }
    >
      <p className="quiet">{t('account.sessionsLead')}</p>
      {problem && <ProblemNotice error={problem} />}
      <DataTable<SessionView>
        rows={data?.sessions}
        error={error}
        empty={t('account.noOthers')}
        size="small"
        columns={[
          {
            title: t('security.device.title'),
            responsive: ['md'],
            render: (_, session) => <SessionDevice session={session} />,
          },
          {
            title: t('account.started'),
            render: (_, session) => (
              <>
                {!wide && <SessionDevice session={session} />}
                <Moment at={session.startedAt} />
                {!wide && (
                  <div className="quiet">
                    {t('account.seen')} <Ago at={session.lastSeenAt} />
                  </div>
                )}
              </>
            ),
          },
          { title: t('account.seen'), responsive: ['md'], render: (_, session) => <Ago at={session.lastSeenAt} /> },
          {
            title: t('account.expires'),
            responsive: ['md'],
            render: (_, session) => <Moment at={session.expiresAt} />,
          },
          {
            title: <Unseen>{t('account.end')}</Unseen>,
            align: 'right',
            render: (_, session) =>
              session.current ? (
                <Tag>{t('account.thisOne')}</Tag>
              ) : (
                <Button
                  size="small"
                  loading={endOne.isPending && endOne.variables === session.id}
                  onClick={() => endOne.mutate(session.id)}
                >
                  {t('account.end')}
                </Button>
              ),
          },
        ]}
      />
    </Card>
  )
}
