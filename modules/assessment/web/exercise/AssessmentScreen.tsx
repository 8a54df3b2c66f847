import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { formatPeriod } from '@opensti/ui'
import { PageHead, Shown, saveFile, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AssessmentView } from '../../contract.ts'
import { exerciseLife } from '../../domain/exercise-life.ts'
import { History } from '../parts/History.tsx'
import { WorkState } from '../parts/WorkState.tsx'
import { Appeals } from '../sheet/Appeals.tsx'
import { useAssessment } from '../use-assessment.ts'
import { Acts } from './Acts.tsx'
import { FormulaTable } from './FormulaTable.tsx'
import { UnitsTable } from './UnitsTable.tsx'
import { useWhen } from './use-when.ts'
import '../assessment.css'

/** One assessment: where it stands, the units' scores, the formula, appeals and what has been done. */
export function AssessmentScreen({ id }: { id: string }) {
  return <Shown query={useAssessment(id)}>{(view) => <OneAssessment view={view} />}</Shown>
}

function OneAssessment({ view }: { view: AssessmentView }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const when = useWhen()
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/assessment">
            {t('one.back')}
          </Link>
        }
        title={view.title}
        lead={
          <span className="together">
            <WorkState state={view.state} names={exerciseLife.states[view.state]} />
            <span>{formatPeriod(view.period, language)}</span>
            {when(view).map((line) => (
              <span key={line} className="muted">
                {line}
              </span>
            ))}
          </span>
        }
        action={
          <div className="acts">
            <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('print')}
            </Button>
            <Button icon={<DownloadOutlined />} onClick={() => void exportTable()}>
              {t('excel')}
            </Button>
            {view.verbs.includes('print') && (
              <Button icon={<DownloadOutlined />} href={`/api/assessments/${view.id}/ranking.docx`}>
                {t('word')}
              </Button>
            )}
            <Acts view={view} />
          </div>
        }
      />
      {view.state === 'draft' && <p className="callout">{t('one.draftNote')}</p>}
      {view.state === 'issued' && <p className="callout">{t('one.issuedNote')}</p>}
      <UnitsTable view={view} />
      {view.appeals.length > 0 && (
        <Appeals
          appeals={view.appeals}
          formula={view.formula}
          assessment={view.id}
          mayAnswer={view.verbs.includes('answer')}
          withUnit
        />
      )}
      <FormulaTable view={view} />
      <History moves={view.moves} />
    </>
  )

  async function exportTable(): Promise<void> {
    const { resultWorkbook } = await import('./result-workbook.ts')
    saveFile(`${view.title}.xlsx`, await resultWorkbook(view, { t, say }))
  }
}
