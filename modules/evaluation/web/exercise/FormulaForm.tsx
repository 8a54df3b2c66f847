import type { UnitEntry } from '@opensti/accounts/contract'
import { api, ProblemNotice, Section, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvaluationView, SetFormula } from '../../contract.ts'
import { type Standing, standingNames, standings } from '../../domain/exercise-life.ts'
import { sumOfWeights } from '../../domain/plan-score.ts'
import { keepEvaluation } from '../use-evaluation.ts'

const isWeight = (text: string) => /^\d{1,3}(\.\d{1,2})?$/.test(text)

/** Weights, who answers, and what each standing counts, until they are published. */
export function FormulaForm({ view }: { view: EvaluationView }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [lines, setLines] = useState(view.lines.map(({ id, weight, unit }) => ({ id, weight, unitId: unit.id })))
  const [shares, setShares] = useState(view.shares)
  const units = useQuery({
    queryKey: ['evaluation', 'units', view.region.id],
    queryFn: () => api<{ units: UnitEntry[] }>('GET', `/api/accounts/units?region=${view.region.id}`),
  })
  const keep = useSingleMutation({
    mutationFn: (formula: SetFormula) => api<EvaluationView>('PUT', `/api/evaluations/${view.id}/formula`, formula),
    onSuccess: async (next) => {
      await keepEvaluation(client, next)
      void message.success(t('formula.saved'))
    },
  })
  const change = (id: string, to: Partial<(typeof lines)[number]>) =>
    setLines((old) => old.map((line) => (line.id === id ? { ...line, ...to } : line)))
  const sound = lines.every((line) => isWeight(line.weight))
  const sum = sound ? sumOfWeights(lines.map((line) => line.weight)) : '?'
  const options = (units.data?.units ?? []).map((unit) => ({ value: unit.id, label: say(unit.name) }))
  return (
    <Section id="formula" title={t('formula.title')}>
      <p className={sum === '100' ? 'muted' : 'status-behind'} role="status">
        {t('formula.lead', { sum })}
      </p>
      <fieldset className="evl-shares">
        <legend>{t('formula.shares')}</legend>
        {standings.map((standing: Standing) => (
          <label key={standing} htmlFor={`share-${standing}`}>
            {say(standingNames[standing])}
            <Input
              id={`share-${standing}`}
              value={shares[standing]}
              inputMode="decimal"
              onChange={(event) => setShares({ ...shares, [standing]: event.target.value })}
            />
          </label>
        ))}
      </fieldset>
      <table className="card-table fixed evl-table evl-formula" aria-labelledby="formula-heading">
        <thead>
          <tr>
            <th scope="col">{t('columns.line')}</th>
            <th scope="col">{t('columns.unit')}</th>
            <th scope="col">{t('columns.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line, at) => (
            <tr key={line.id}>
              <th scope="row">
                {say(line.title)}
                <small>{t(`kind.${line.kind}`)}</small>
              </th>
              <td data-label={t('columns.unit')}>
                <Select
                  aria-label={t('formula.unitOf', { title: say(line.title) })}
                  value={lines[at]?.unitId}
                  options={options.length > 0 ? options : [{ value: line.unit.id, label: say(line.unit.name) }]}
                  showSearch={{ optionFilterProp: 'label' }}
                  onChange={(unitId) => change(line.id, { unitId })}
                />
              </td>
              <td data-label={t('columns.weight')}>
                <Input
                  aria-label={t('formula.weightOf', { title: say(line.title) })}
                  value={lines[at]?.weight}
                  inputMode="decimal"
                  status={isWeight(lines[at]?.weight ?? '') ? '' : 'error'}
                  onChange={(event) => change(line.id, { weight: event.target.value.trim() })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {keep.error && <ProblemNotice error={keep.error} />}
      <Button
        disabled={!sound}
        loading={keep.isPending}
        onClick={() => keep.mutate({ version: view.version, shares, lines })}
      >
        {t('formula.save')}
      </Button>
    </Section>
  )
}
