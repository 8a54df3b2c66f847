import { CopyOutlined, FileExcelOutlined, PrinterOutlined, SnippetsOutlined } from '@ant-design/icons'
import { formatPeriod } from '@opensti/ui'
import { ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'
import { ButtonLink } from '../parts/ButtonLink.tsx'
import { DraftMark } from './DraftMark.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { type Draft, keyOf } from './use-draft.ts'
import { useFill } from './use-fill.tsx'

/** What helps to fill a table quickly, and whether everything is kept. */
export function Tools({ view, draft }: { view: RequestView; draft: Draft }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const fill = useFill(view, draft)
  const [pasting, setPasting] = useState(false)
  const before = formatPeriod(view.earlier.before, language)
  const copy = () => {
    const empty = view.entries.filter((entry) => entry.before !== null && draft.edit(entry).typed.trim() === '')
    if (empty.length === 0) return void message.info(t('copy.nothing', { period: before }))
    fill(
      new Map(empty.map((entry) => [keyOf(entry), entry.before ?? ''])),
      t('copy.done', { count: empty.length, period: before }),
    )
  }
  return (
    <div className="rep-tools">
      {view.mayWrite && <DraftMark draft={draft} />}
      <div className="rep-tools-buttons">
        {view.mayWrite && (
          <>
            <Button icon={<CopyOutlined />} onClick={copy}>
              {t('copy.button')}
            </Button>
            <Button icon={<SnippetsOutlined />} onClick={() => setPasting(true)}>
              {t('paste.button')}
            </Button>
            <ButtonLink
              icon={<FileExcelOutlined />}
              to="/reporting/returns/$return/workbook"
              params={{ return: view.id }}
            >
              {t('workbooks.link')}
            </ButtonLink>
          </>
        )}
        <Button icon={<PrinterOutlined />} onClick={() => print()}>
          {t('print.button')}
        </Button>
      </div>
      {(draft.state === 'failed' || draft.state === 'refused') && draft.refusal !== null && (
        <ProblemNotice error={draft.refusal} />
      )}
      {pasting && <PasteDialog view={view} draft={draft} text="" start={0} onClose={() => setPasting(false)} />}
    </div>
  )
}
