import { api, ProblemNotice } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../contract.ts'
import { Ago, Moment } from '../Moment.tsx'
import { useUndo } from '../use-undo.tsx'
import { useDeed } from './use-people.ts'

/** Where someone is signed in. Ending a session counts from the next request. */
export function PersonSessions({ person }: { person: PersonView }) {
  const { t } = useTranslation('accounts')
  const told = useUndo()
  const end = useDeed(async (ids: string[]) => {
    for (const id of ids) await api('DELETE', `/api/accounts/sessions/${id}`)
    return ids.length
  })
  const endThese = (ids: string[]) => end.mutate(ids, { onSuccess: (count) => told(t('person.endedAll', { count })) })
  const { sessions } = person
  return (
    <section aria-labelledby="person-sessions">
      <h2 id="person-sessions">{t('person.sessions')}</h2>
      {sessions.length === 0 && <p className="quiet">{t('person.noSessions')}</p>}
      <ul className="person-rows">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              <Moment at={session.startedAt} />
              <small>
                {t('account.seen')} <Ago at={session.lastSeenAt} />
              </small>
            </span>
            <Button size="small" disabled={end.isPending} onClick={() => endThese([session.id])}>
              {t('account.end')}
            </Button>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button loading={end.isPending} onClick={() => endThese(sessions.map(({ id }) => id))}>
          {t('person.endAll')}
        </Button>
      )}
      {end.error && <ProblemNotice error={end.error} />}
    </section>
  )
}
