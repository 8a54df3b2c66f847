import { api, ProblemNotice } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EndedSessions, PersonView } from '../../contract.ts'
import { Ago, Moment } from '../Moment.tsx'
import { SessionDevice } from '../security/SessionDevice.tsx'
import { useUndo } from '../use-undo.tsx'
import { useDeed } from './use-people.ts'

/** Where someone is signed in. Ending a session counts from the next request. */
export function PersonSessions({ person }: { person: PersonView }) {
  const { t } = useTranslation('accounts')
  const told = useUndo()
  const end = useDeed((id: string) => api('DELETE', `/api/accounts/sessions/${id}`))
  const endAll = useDeed(() => api<EndedSessions>('POST', `/api/accounts/people/${person.id}/end-sessions`))
  const tell = (count: number) => told(t('person.endedAll', { count }))
  const isBusy = end.isPending || endAll.isPending
  const error = end.error ?? endAll.error
  const { sessions } = person
  return (
    <section aria-labelledby="person-sessions">
      <h2 id="person-sessions">{t('person.sessions')}</h2>
      {sessions.length === 0 && <p className="quiet">{t('person.noSessions')}</p>}
      <ul className="person-rows">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              <SessionDevice session={session} />
              <small>
                {t('account.started')} <Moment at={session.startedAt} />
              </small>
              <small>
                {t('account.seen')} <Ago at={session.lastSeenAt} />
              </small>
            </span>
            <Button size="small" disabled={isBusy} onClick={() => end.mutate(session.id, { onSuccess: () => tell(1) })}>
              {t('account.end')}
            </Button>
          </li>
        ))}
      </ul>
      {sessions.length > 0 && (
        <Button
          loading={endAll.isPending}
          onClick={() => endAll.mutate(undefined, { onSuccess: ({ ended }) => tell(ended) })}
        >
          {t('person.endAll')}
        </Button>
      )}
      {error && <ProblemNotice error={error} />}
    </section>
  )
}
