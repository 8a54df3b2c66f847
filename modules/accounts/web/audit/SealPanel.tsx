import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { formatMoment } from '@opensti/ui'
import { Loading, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditStatus, AuditVerdict } from '../../contract.ts'
import { useAuditStatus, useVerify } from './use-audit.ts'

/** How far the log is sealed, and whether it is whole. */
export function SealPanel() {
  const { t } = useTranslation('accounts')
  const { data, error } = useAuditStatus()
  const verify = useVerify()
  return (
    <section className="panel" aria-label={t('audit.sealing')}>
      <div className="panel-row">
        {error ? <ProblemNotice error={error} /> : data ? <Counts status={data} /> : <Loading />}
        <div className="panel-actions">
          <Button
            type="primary"
            icon={<SafetyCertificateOutlined aria-hidden />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t(verify.isPending ? 'audit.verifying' : verify.data ? 'audit.verifyAgain' : 'audit.verify')}
          </Button>
          <Button icon={<DownloadOutlined aria-hidden />} href="/api/audit/export" download="audit.jsonl">
            {t('audit.export')}
          </Button>
        </div>
      </div>
      <div aria-live="polite">
        {verify.error && <ProblemNotice error={verify.error} />}
        {verify.data && !verify.isPending && <Verdict verdict={verify.data} />}
      </div>
    </section>
  )
}

function Counts({ status }: { status: AuditStatus }) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const { head, unsealed } = status
  return (
    <dl className="counts">
      <div>
        <dt>{t('audit.sealed')}</dt>
        <dd>
          {head
            ? t('audit.sealedEntries', {
                count: head.entries,
                seals: head.seal,
                time: formatMoment(head.sealedAt, language),
              })
            : t('audit.neverSealed')}
        </dd>
      </div>
      <div>
        <dt>{t('audit.unsealed')}</dt>
        <dd>{unsealed.entries > 0 ? t('audit.unsealedEntries', { count: unsealed.entries }) : t('audit.allSealed')}</dd>
      </div>
    </dl>
  )
}

/** What verifying found, in words for whoever has to act on it. */
export function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  if (verdict.intact) {
    const counts = { entries: verdict.sealedEntries, seals: verdict.seals, unsealed: verdict.unsealedEntries }
    return (
      <Alert
        type="success"
        role="status"
        showIcon
        title={t('audit.intact')}
        description={
          <>
            {t('audit.intactLead', counts)}
            {verdict.unnotedSeals > 0 && <p>{t('audit.unnoted', { count: verdict.unnotedSeals })}</p>}
          </>
        }
      />
    )
  }
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={t('audit.broken')}
      description={
        <>
          {t('audit.brokenLead')}
          <ul>
            {verdict.faults.slice(0, 20).map(({ line, problem }) => (
              <li key={`${line} ${problem.en}`}>{t('audit.line', { line, problem: say(problem) })}</li>
            ))}
          </ul>
        </>
      }
    />
  )
}
