import { formatMoment } from '@opensti/ui'
import { api, DeedDialog, Section, StateMark, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvaluationView, SheetView } from '../../contract.ts'
import { sheetLife } from '../../domain/exercise-life.ts'
import { keepEvaluation } from '../use-evaluation.ts'

/** How far each unit is, and the way to its sheet. */
export function Sheets({ view }: { view: EvaluationView }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [back, setBack] = useState<SheetView | null>(null)
  const sendBack = useSingleMutation({
    mutationFn: ({ sheet, reason }: { sheet: SheetView; reason: string | null }) =>
      api<EvaluationView>('POST', `/api/evaluations/${view.id}/sheets/${sheet.unit.id.split('/')[1]}/send-back`, {
        version: sheet.version,
        reason,
      }),
    onSuccess: async (next) => {
      setBack(null)
      await keepEvaluation(client, next)
      void message.success(t('exercise.moved', { act: t('exercise.sendBack') }))
    },
  })
  if (view.sheets.length === 0)
    return view.state === 'preparing' ? <p className="muted">{t('exercise.notAsked')}</p> : null
  return (
    <Section id="sheets" title={t('exercise.sheets')} count={view.sheets.length}>
      <table className="card-table fixed evl-table evl-sheets" aria-labelledby="sheets-heading">
        <thead>
          <tr>
            <th scope="col">{t('columns.unit')}</th>
            <th scope="col">{t('columns.filled')}</th>
            <th scope="col">{t('columns.state')}</th>
            <th scope="col">{t('columns.handedIn')}</th>
          </tr>
        </thead>
        <tbody>
          {view.sheets.map((sheet) => (
            <Row key={sheet.unit.id} view={view} sheet={sheet} onBack={() => setBack(sheet)} />
          ))}
        </tbody>
      </table>
      {back && (
        <DeedDialog
          title={t('exercise.sendBack')}
          lead={t('exercise.sendBackLead', { unit: say(back.unit.name) })}
          text="required"
          limit={500}
          busy={sendBack.isPending}
          error={sendBack.error}
          onOk={(reason) => sendBack.mutate({ sheet: back, reason })}
          onClose={() => setBack(null)}
        />
      )}
    </Section>
  )
}

function Row({ view, sheet, onBack }: { view: EvaluationView; sheet: SheetView; onBack: () => void }) {
  const { t } = useTranslation('evaluation')
  const { say, language } = useLanguage()
  return (
    <tr>
      <th scope="row">
        <Link
          to="/evaluation/$evaluation/units/$unit"
          params={{ evaluation: view.id, unit: sheet.unit.id.split('/')[1] ?? '' }}
        >
          {say(sheet.unit.name)}
        </Link>
      </th>
      <td data-label={t('columns.filled')}>{t('list.ofAll', { done: sheet.filled, all: sheet.lines })}</td>
      <td data-label={t('columns.state')}>
        <StateMark tone={sheet.state === 'handed-in' ? 'done' : 'quiet'}>
          {say(sheetLife.states[sheet.state])}
        </StateMark>{' '}
        {sheet.verbs.includes('send-back') && (
          <Button size="small" onClick={onBack}>
            {t('exercise.sendBack')}
          </Button>
        )}
      </td>
      <td data-label={t('columns.handedIn')}>{sheet.handedInAt ? formatMoment(sheet.handedInAt, language) : '—'}</td>
    </tr>
  )
}
