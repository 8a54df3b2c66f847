import { formatMoment } from '@opensti/ui'
import { api, Nothing, PageHead, ProblemNotice, Shown, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EvaluationView } from '../../contract.ts'
import { keepEvaluation, useEvaluation } from '../use-evaluation.ts'
import { SheetLine } from './SheetLine.tsx'
import { type SheetDraft, useSheetDraft } from './use-sheet-draft.ts'
import '../evaluation.css'

/** What one unit says of its own lines: filled in, kept by itself, handed in. */
export function SheetScreen({ id, unit }: { id: string; unit: string }) {
  const { t } = useTranslation('evaluation')
  return (
    <Shown query={useEvaluation(id)}>
      {(view) =>
        view.sheets.some((sheet) => sheet.unit.id.endsWith(`/${unit}`)) ? (
          <Sheet key={`${view.id} ${unit}`} view={view} unit={unit} />
        ) : (
          <Nothing>{t('exercise.nothingFits')}</Nothing>
        )
      }
    </Shown>
  )
}

function Sheet({ view, unit }: { view: EvaluationView; unit: string }) {
  const { t } = useTranslation('evaluation')
  const { say, language } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const draft = useSheetDraft(view, unit)
  const sheet = view.sheets.find((one) => one.unit.id.endsWith(`/${unit}`))!
  const lines = view.lines.filter((line) => line.unit.id === sheet.unit.id)
  const handIn = useSingleMutation({
    mutationFn: async () => {
      await draft.save()
      return api<EvaluationView>('POST', `/api/evaluations/${view.id}/sheets/${unit}/hand-in`, {
        version: sheet.version,
      })
    },
    onSuccess: async (next) => {
      await keepEvaluation(client, next)
      void message.success(t('sheet.done'))
    },
  })
  const mayWrite = sheet.verbs.includes('write')
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/evaluation/$evaluation" params={{ evaluation: view.id }}>
            {view.title}
          </Link>
        }
        title={t('sheet.title', { unit: say(sheet.unit.name) })}
        lead={mayWrite ? t('sheet.lead') : null}
        action={
          sheet.verbs.includes('hand-in') && (
            <Button type="primary" loading={handIn.isPending} onClick={() => handIn.mutate()}>
              {t('sheet.handIn')}
            </Button>
          )
        }
      />
      <div className="together">
        <span>{t('sheet.progress', { done: sheet.filled, all: sheet.lines })}</span>
        {mayWrite && <DraftMark draft={draft} />}
        {sheet.handedInAt && <span>{t('sheet.handedIn', { time: formatMoment(sheet.handedInAt, language) })}</span>}
      </div>
      {sheet.sentBackBecause && <p className="callout">{t('sheet.sentBack', { reason: sheet.sentBackBecause })}</p>}
      {handIn.error && <ProblemNotice error={handIn.error} />}
      <ol className="evl-sheet">
        {lines.map((line) => (
          <SheetLine key={line.id} line={line} draft={draft} mayWrite={mayWrite} evaluationId={view.id} />
        ))}
      </ol>
    </>
  )
}

/** Whether what was typed is kept, in words, where one looks while typing. */
function DraftMark({ draft }: { draft: SheetDraft }) {
  const { t } = useTranslation('evaluation')
  return (
    <span className={`evl-draft-${draft.state}`} role="status">
      {t(`draft.${draft.state}`)}
      {draft.state === 'failed' && (
        <Button size="small" onClick={() => void draft.save()}>
          {t('draft.now')}
        </Button>
      )}
    </span>
  )
}
