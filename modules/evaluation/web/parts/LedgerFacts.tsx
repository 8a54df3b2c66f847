import { formatDate, type StatusKey } from '@opensti/ui'
import { StatusMark, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { LineView } from '../../contract.ts'
import { OutlookChart } from './OutlookChart.tsx'

/** What the ledger says of an indicator: target, latest value, its change by decision, its course. */
export function LedgerFacts({ line }: { line: LineView }) {
  const { t } = useTranslation('evaluation')
  const { say, language } = useLanguage()
  const { facts } = line
  if (!facts) return null
  return (
    <div className="evl-facts">
      <p>
        <StatusMark status={facts.status as StatusKey} />
        {facts.latest && <span>{say(facts.latest)}</span>}
        {facts.target && (
          <span className="muted">
            {t('columns.target')} {say(facts.target)}
          </span>
        )}
      </p>
      {facts.changed && (
        <p className="status-behind">
          {t('changed', {
            from: say(facts.changed.from),
            approver: facts.changed.approver,
            document: facts.changed.document,
            since: formatDate(facts.changed.since, language),
          })}
        </p>
      )}
      {facts.outlook && (
        <details>
          <summary>{t('outlook.show')}</summary>
          <OutlookChart line={line} />
        </details>
      )}
    </div>
  )
}
