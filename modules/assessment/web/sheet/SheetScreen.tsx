import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { formatPeriod } from '@opensti/ui'
import { PageHead, Section, Shown, StateMark, saveFile, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetView } from '../../contract.ts'
import { lineName } from '../../domain/line-name.ts'
import { useSheet } from '../use-assessment.ts'
import { AppealDialog } from './AppealDialog.tsx'
import { Appeals } from './Appeals.tsx'
import { InputDialog } from './InputDialog.tsx'
import { LinesTable } from './LinesTable.tsx'
import { LostTable } from './LostTable.tsx'
import { Recompute } from './Recompute.tsx'
import '../assessment.css'

/** A unit's score sheet: every line, its figures and their sources, to be checked, worked out again and appealed against. */
export function SheetScreen({ assessment, unit }: { assessment: string; unit: string }) {
  return <Shown query={useSheet(assessment, unit)}>{(view) => <OneSheet view={view} />}</Shown>
}

function OneSheet({ view }: { view: SheetView }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const [asking, setAsking] = useState<string | null>(null)
  const entering = view.verbs.includes('enter')
  const appealing = view.verbs.includes('appeal')
  const act = entering || appealing ? { label: t(entering ? 'sheet.enter' : 'sheet.appeal'), on: setAsking } : null
  const missing = view.missing.map((code) => say(lineName(view.formula, code))).join(t('listMark'))
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/assessment/$assessment" params={{ assessment: view.assessmentId }}>
            {view.title}
          </Link>
        }
        title={say(view.unit.name)}
        lead={formatPeriod(view.period, language)}
        action={
          <div className="acts">
            <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('print')}
            </Button>
            <Dropdown
              menu={{
                items: (['Excel', 'Csv', 'Json'] as const).map((kind) => ({
                  key: kind,
                  label: t(`sheet.download${kind}`),
                  onClick: () => void download(kind),
                })),
              }}
            >
              <Button icon={<DownloadOutlined />}>{t('sheet.download')}</Button>
            </Dropdown>
          </div>
        }
      />
      <div className="asm-score">
        <div>
          <span className="muted">{t('sheet.total')}</span>
          <strong>{view.sheet?.total ?? '—'}</strong>
          {view.sheet && <span className="asm-grade">{say(view.sheet.grade)}</span>}
          {view.sheet?.vetoed && <StateMark tone="wrong">{t('sheet.vetoed')}</StateMark>}
          <span className="muted">
            {view.place === null ? t('sheet.noPlace') : t('sheet.place', { place: view.place, of: view.of })}
          </span>
        </div>
        {missing !== '' && <p className="callout">{t('sheet.waiting', { names: missing })}</p>}
        <Recompute view={view} />
      </div>
      <Section id="lines" title={t('sheet.lines')}>
        <LinesTable view={view} act={act} />
      </Section>
      <LostTable view={view} act={act} />
      {(view.appeals.length > 0 || view.state === 'frozen') && (
        <Appeals
          assessment={view.assessmentId}
          appeals={view.appeals}
          formula={view.formula}
          mayAnswer={view.verbs.includes('answer')}
        />
      )}
      {asking && entering && <InputDialog key={asking} view={view} code={asking} onClose={() => setAsking(null)} />}
      {asking && appealing && <AppealDialog key={asking} view={view} code={asking} onClose={() => setAsking(null)} />}
    </>
  )

  async function download(kind: 'Excel' | 'Csv' | 'Json'): Promise<void> {
    const { sheetCsv, sheetJson, sheetWorkbook } = await import('./sheet-files.ts')
    const name = `${view.title} ${say(view.unit.name)}`
    if (kind === 'Excel') saveFile(`${name}.xlsx`, await sheetWorkbook(view, { t, say }))
    else if (kind === 'Csv') saveFile(`${name}.csv`, sheetCsv(view, { t, say }))
    else saveFile(`${name}.json`, sheetJson(view))
  }
}
