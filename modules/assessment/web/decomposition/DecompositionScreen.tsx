import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { formatAmount, formatDate } from '@opensti/ui'
import { PageHead, ProblemNotice, Shown, saveFile, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecompositionView } from '../../contract-decomposition.ts'
import { decompositionLife } from '../../domain/decomposition-life.ts'
import { History } from '../parts/History.tsx'
import { WorkState } from '../parts/WorkState.tsx'
import { useDecomposition, useDeed } from '../use-assessment.ts'
import { Acts } from './Acts.tsx'
import { rowsOf, toSave, typedSharing } from './rows.ts'
import { SharesPicture } from './SharesPicture.tsx'
import { SharesTable } from './SharesTable.tsx'
import { useStandingWords } from './use-standing-words.ts'
import '../assessment.css'

/** One target and how it is shared out. */
export function DecompositionScreen({ id }: { id: string }) {
  return (
    <Shown query={useDecomposition(id)}>
      {(view) => <OneDecomposition key={`${view.id} ${view.version}`} view={view} />}
    </Shown>
  )
}

function OneDecomposition({ view }: { view: DecompositionView }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const words = useStandingWords()
  const [rows, setRows] = useState(() => rowsOf(view))
  const [rule, setRule] = useState(view.rule)
  const [changed, setChanged] = useState(false)
  const save = useDeed(() => setChanged(false))
  const open = view.verbs.includes('save')
  const wanted = toSave(rows, rule, view.version)
  const sharing = open ? typedSharing(view, rows, rule) : view.sharing
  const title = `${say(view.indicatorName)} ${view.year}`
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/decomposition">
            {t('shares.back')}
          </Link>
        }
        title={title}
        lead={
          <span className="together">
            <WorkState state={view.state} names={decompositionLife.states[view.state]} />
            <span>
              {t('shares.whole')} {formatAmount(Number(view.whole), view.unit, language)}
            </span>
            <span className="muted">{say(view.planName)}</span>
            {view.number > 1 && <span className="muted">{t('shares.version', { number: view.number })}</span>}
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
            <Acts view={view} sharing={view.sharing} unsaved={changed} />
          </div>
        }
      />
      <div className="asm-says" role="status">
        {words({ rule, sharing, unit: view.unit }).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {view.difference && (
          <p>
            <b>{t('shares.difference')}</b> {view.difference}
          </p>
        )}
      </div>
      <SharesPicture view={view} rows={rows} rule={rule} />
      {open && (
        <div className="filters asm-tools">
          <Select
            aria-label={t('shares.rule')}
            value={rule}
            onChange={(next) => change(() => setRule(next))}
            options={(['sum', 'weighted', 'each'] as const).map((value) => ({
              value,
              label: t(`shares.rules.${value}`),
            }))}
          />
          <Select
            aria-label={t('shares.add')}
            placeholder={t('shares.add')}
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            onChange={(key: string) => add(key)}
            options={candidates().map((one) => ({ value: one.unitId ?? one.regionId, label: say(one.name) }))}
          />
          <Button
            type="primary"
            disabled={!changed || wanted === null}
            loading={save.isPending}
            onClick={() =>
              wanted &&
              save.mutate({
                method: 'PUT',
                path: `/api/decompositions/${view.id}/shares`,
                body: wanted,
                said: t('shares.saved'),
              })
            }
          >
            {t('shares.save')}
          </Button>
          {changed && <span className="muted">{t('shares.unsaved')}</span>}
        </div>
      )}
      {save.error && <ProblemNotice error={save.error} />}
      <SharesTable view={view} rows={rows} rule={rule} onChange={open ? (next) => change(() => setRows(next)) : null} />
      <Papers view={view} />
      <History moves={view.moves} />
    </>
  )

  function change(put: () => void): void {
    put()
    setChanged(true)
  }
  /** Receivers without a row, those that were just taken out included. */
  function candidates() {
    const here = new Set(rows.map(({ receiver }) => receiver.unitId ?? receiver.regionId))
    return [...view.shares.map(({ receiver }) => receiver), ...view.others].filter(
      (one) => !here.has(one.unitId ?? one.regionId),
    )
  }
  function add(key: string): void {
    const receiver = candidates().find((one) => (one.unitId ?? one.regionId) === key)
    if (receiver) change(() => setRows([...rows, { receiver, amount: '', weight: '' }]))
  }
  async function exportTable(): Promise<void> {
    const { sharesWorkbook } = await import('./shares-workbook.ts')
    saveFile(`${title}.xlsx`, await sharesWorkbook(title, view, { t, say, lines: words(view) }))
  }

  function Papers({ view: shown }: { view: DecompositionView }) {
    return (
      <section className="asm-papers">
        {shown.document && shown.documentDay && (
          <p>
            {t('shares.approvedBy', { document: `${shown.document}（${formatDate(shown.documentDay, language)}）` })}
          </p>
        )}
        {shown.changeReason && (
          <p>{t('shares.because', { reason: shown.changeReason, document: shown.changeDocument })}</p>
        )}
        {shown.versions.length > 1 && (
          <p>
            {t('shares.versions')}{' '}
            {shown.versions.map((one) => (
              <Link
                key={one.id}
                className="asm-version"
                to="/decomposition/$decomposition"
                params={{ decomposition: one.id }}
                aria-current={one.id === shown.id ? 'page' : undefined}
              >
                {t('shares.version', { number: one.number })} {say(decompositionLife.states[one.state])}
              </Link>
            ))}
          </p>
        )}
      </section>
    )
  }
}
