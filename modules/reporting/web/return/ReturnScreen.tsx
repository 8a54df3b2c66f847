import { formatPeriod } from '@opensti/ui'
import { PageHead, Shown, useLanguage } from '@opensti/ui/workbench'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'
import { Due } from '../parts/Due.tsx'
import { ReturnState } from '../parts/ReturnState.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { useReturn } from '../use-reporting.ts'
import { Acts } from './Acts.tsx'
import { Attachments } from './Attachments.tsx'
import { EntryTable } from './EntryTable.tsx'
import { History } from './History.tsx'
import { PrintLines } from './PrintLines.tsx'
import { Tools } from './Tools.tsx'
import { useDraft } from './use-draft.ts'
import { Way } from './Way.tsx'
import '../reporting.css'

/** One return: its figures, whose turn it is, and everything that has happened to it. */
export function ReturnScreen({ id }: { id: string }) {
  const query = useReturn(id)
  return (
    <>
      <Tabs />
      <Shown query={query}>{(view) => <OneReturn key={view.id} view={view} />}</Shown>
    </>
  )
}

function OneReturn({ view }: { view: RequestView }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const draft = useDraft(view)
  return (
    <div className="rep-return">
      <PageHead
        title={`${formatPeriod(view.period, language)} ${say(view.cycle.names)}`}
        lead={
          <span className="together">
            <b>{say(view.unit.name)}</b>
            <ReturnState one={view} />
            <span>
              {t('due.label')} <Due one={view} inline />
            </span>
            <span className="muted">{t('filled', { filled: view.filled, cells: view.cells })}</span>
          </span>
        }
        action={<Acts view={view} draft={draft} />}
      />
      {view.reason && (
        <Alert
          className="rep-banner"
          type="info"
          showIcon
          title={t('correctionOf', { number: view.number, reason: view.reason })}
        />
      )}
      {view.sentBackBecause && (
        <Alert className="rep-banner" type="warning" showIcon title={t('because', { reason: view.sentBackBecause })} />
      )}
      <Way view={view} />
      <Tools view={view} draft={draft} />
      <EntryTable view={view} draft={draft} />
      <PrintLines view={view} />
      <Attachments view={view} />
      <History view={view} />
    </div>
  )
}
