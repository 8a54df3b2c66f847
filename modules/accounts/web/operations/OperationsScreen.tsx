import { formatAgo, formatNumber } from '@opensti/ui'
import { api, DataTable, Loading, PageHead, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OperationsState } from '../../contract.ts'
import { useActionName } from '../audit/use-action-names.ts'
import { BackupPanel } from './BackupPanel.tsx'
import { GivenUpMessages } from './GivenUpMessages.tsx'
import '../accounts.css'

const every = 10_000

/** The system administrator's desk: whether the house runs, in counts and no more. */
export function OperationsScreen() {
  const { t } = useTranslation('accounts')
  const { data, error } = useQuery({
    queryKey: ['operations'],
    queryFn: () => api<OperationsState>('GET', '/api/operations/state'),
    refetchInterval: every,
  })
  return (
    <>
      <PageHead
        title={t('operations.title')}
        lead={t('operations.lead')}
        action={<Link to="/operations/webhook">{t('webhook.open')}</Link>}
      />
      <Health />
      {error && <ProblemNotice error={error} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Counts state={data} />
          <GivenUpMessages messages={data.givenUpMessages} />
          <BackupPanel />
          <Writes state={data} />
        </>
      )}
    </>
  )
}

function Health() {
  const { t } = useTranslation('accounts')
  const { data, isPending } = useQuery({
    queryKey: ['ready'],
    queryFn: () =>
      api('GET', '/health/ready').then(
        () => true,
        () => false,
      ),
    refetchInterval: every,
  })
  if (isPending) return null
  return data ? (
    <Alert type="success" role="status" showIcon title={t('operations.ready')} />
  ) : (
    <Alert type="error" showIcon title={t('operations.notReady')} description={t('operations.notReadyLead')} />
  )
}

function Counts({ state }: { state: OperationsState }) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const { outbox } = state
  const oldest = outbox.oldestAt && t('operations.oldest', { time: formatAgo(outbox.oldestAt, language) })
  const counts = [
    { key: 'sessions', value: state.sessions, note: null },
    { key: 'people', value: state.people, note: null },
    { key: 'waiting', value: outbox.waiting, note: oldest },
    { key: 'failing', value: outbox.failing, note: outbox.failing > 0 ? t('operations.failingLead') : null },
    { key: 'givenUp', value: outbox.givenUp, note: null },
  ]
  return (
    <dl className="figures">
      {counts.map(({ key, value, note }) => (
        <div key={key}>
          <dt>{t(`operations.${key}`)}</dt>
          <dd className="number">{formatNumber(value)}</dd>
          {note && <small>{note}</small>}
        </div>
      ))}
    </dl>
  )
}

const outcomes = ['committed', 'replayed', 'retried', 'refused', 'gaveUp'] as const

function Writes({ state }: { state: OperationsState }) {
  const { t } = useTranslation('accounts')
  const actionName = useActionName()
  return (
    <section aria-labelledby="writes">
      <h2 id="writes" className="section-title">
        {t('operations.writes')}
      </h2>
      <p className="quiet">{t('operations.writesLead')}</p>
      <DataTable
        rows={state.writes}
        empty={t('operations.noWrites')}
        rowKey="name"
        size="small"
        pagination={false}
        wide={t('operations.writes')}
        columns={[
          {
            title: t('operations.name'),
            render: (_, write) => <span title={write.name}>{actionName(write.name)}</span>,
          },
          ...outcomes.map((outcome) => ({
            title: (
              <span title={outcome === 'committed' ? undefined : t(`operations.meaning.${outcome}`)}>
                {t(`operations.${outcome}`)}
              </span>
            ),
            align: 'right' as const,
            render: (_: unknown, write: OperationsState['writes'][number]) => (
              <span className={write[outcome] === 0 ? 'number quiet' : 'number'}>{formatNumber(write[outcome])}</span>
            ),
          })),
        ]}
      />
    </section>
  )
}
