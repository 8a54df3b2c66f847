import { formatAgo, formatNumber } from '@opensti/ui'
import { api, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BackupsState } from '../../contract-backups.ts'
import { Moment } from '../Moment.tsx'
import './backups.css'

/** When the last backup was taken, how large it is, whether anybody read it back; a warning when it is too old. */
export function BackupPanel() {
  const { t } = useTranslation('accounts')
  const { data, error } = useQuery({
    queryKey: ['operations', 'backups'],
    queryFn: () => api<BackupsState>('GET', '/api/operations/backups'),
    refetchInterval: 60_000,
  })
  return (
    <section aria-labelledby="backups" className="backups">
      <h2 id="backups" className="section-title">
        {t('backups.title')}
      </h2>
      {error && <ProblemNotice error={error} />}
      {data && <Standing state={data} />}
    </section>
  )
}

function Standing({ state }: { state: BackupsState }) {
  const { t } = useTranslation('accounts')
  const { last, failed, schedule, warnAfterDays, isTooOld } = state
  return (
    <>
      {isTooOld && (
        <Alert
          type="warning"
          showIcon
          title={last ? t('backups.tooOld', { days: warnAfterDays }) : t('backups.none')}
          description={t(schedule ? 'backups.tooOldScheduled' : 'backups.tooOldByHand')}
        />
      )}
      {failed && (
        <Alert
          type="error"
          showIcon
          title={
            <>
              {t('backups.failed')} <Moment at={failed.at} />
            </>
          }
          description={t(`backups.problems.${failed.problem}`, { defaultValue: t('backups.problems.failed') })}
        />
      )}
      {last && <Last last={last} />}
      <p className="quiet">
        {schedule ? t('backups.schedule', { hour: schedule.hour, keep: schedule.keep }) : t('backups.noSchedule')}
        {state.restoredAt && (
          <>
            {' '}
            {t('backups.restored')} <Moment at={state.restoredAt} />
          </>
        )}
      </p>
    </>
  )
}

function Last({ last }: { last: NonNullable<BackupsState['last']> }) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const facts = [
    { key: 'takenAt', value: <Moment at={last.takenAt} />, note: formatAgo(last.takenAt, language) },
    { key: 'size', value: `${formatNumber(Math.max(1, Math.round(last.bytes / 100_000)) / 10)} MB`, note: last.file },
    {
      key: 'checked',
      value: last.checkedAt ? <Moment at={last.checkedAt} /> : t('backups.notChecked'),
      note: last.checkedAt ? null : t('backups.notCheckedLead'),
    },
    {
      key: 'digest',
      value: <code title={last.digest}>{last.digest.slice(0, 12)}</code>,
      note: t('backups.digestLead'),
    },
  ]
  return (
    <dl className="backup-facts">
      {facts.map(({ key, value, note }) => (
        <div key={key}>
          <dt>{t(`backups.${key}`)}</dt>
          <dd>{value}</dd>
          {note && <small>{note}</small>}
        </div>
      ))}
    </dl>
  )
}
