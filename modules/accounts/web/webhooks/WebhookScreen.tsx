import { DataTable, Loading, PageHead, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { App, Button, Card } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WebhookView } from '../../contract-webhooks.ts'
import { Moment } from '../Moment.tsx'
import { useRegionAs } from '../use-session.ts'
import { useWebhook, useWebhookDeeds } from './use-webhook.ts'
import { WebhookForm } from './WebhookForm.tsx'
import { WebhookSecret } from './WebhookSecret.tsx'
import '../accounts.css'
import './webhooks.css'

/** Where a region's notices go besides, and how the latest tries went. */
export function WebhookScreen() {
  const { t } = useTranslation('accounts')
  const region = useRegionAs('system-administrator')
  const { data, error } = useWebhook(region)
  return (
    <>
      <PageHead title={t('webhook.title')} lead={t('webhook.lead')} />
      {error && <ProblemNotice error={error} />}
      {!data && !error && <Loading />}
      {data && <SetUp hook={data} />}
    </>
  )
}

function SetUp({ hook }: { hook: WebhookView }) {
  const { t } = useTranslation('accounts')
  const { message } = App.useApp()
  const deeds = useWebhookDeeds(hook.regionId)
  return (
    <>
      <div className="account-columns">
        <Card>
          <WebhookForm hook={hook} deed={deeds.set} />
        </Card>
        {hook.address !== null && (
          <Card title={<h2 className="webhook-card-title">{t('webhook.secret')}</h2>}>
            <WebhookSecret hook={hook} deed={deeds.secret} />
            <p className="quiet">{t('webhook.guide')}</p>
          </Card>
        )}
      </div>
      {hook.address !== null && (
        <section aria-labelledby="webhook-tries">
          <div className="webhook-tries-head">
            <h2 id="webhook-tries" className="section-title">
              {t('webhook.tries')}
            </h2>
            <Button
              loading={deeds.trial.isPending}
              onClick={() =>
                deeds.trial.mutate(undefined, { onSuccess: () => void message.success(t('webhook.trialSent')) })
              }
            >
              {t('webhook.trial')}
            </Button>
          </div>
          {deeds.trial.error && <ProblemNotice error={deeds.trial.error} />}
          <Tries tries={hook.attempts} />
        </section>
      )}
    </>
  )
}

function Tries({ tries }: { tries: WebhookView['attempts'] }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  return (
    <DataTable<WebhookView['attempts'][number]>
      rows={tries}
      empty={t('webhook.noTries')}
      size="small"
      pagination={false}
      wide={t('webhook.tries')}
      columns={[
        { title: t('webhook.at'), render: (_, one) => <Moment at={one.at} seconds /> },
        { title: t('webhook.kind'), render: (_, one) => say(one.name) },
        { title: t('webhook.attempt'), align: 'right', render: (_, one) => one.attempt },
        {
          title: t('webhook.result'),
          render: (_, { outcome, status }) => (
            <span className={outcome === 'taken' ? undefined : 'webhook-failed'}>
              {status === null
                ? t(`webhook.outcome.${outcome}`)
                : t('webhook.status', { outcome: t(`webhook.outcome.${outcome}`), status })}
            </span>
          ),
        },
        {
          title: t('webhook.took'),
          align: 'right',
          render: (_, one) => <span className="number">{t('webhook.milliseconds', { count: one.milliseconds })}</span>,
        },
      ]}
    />
  )
}
