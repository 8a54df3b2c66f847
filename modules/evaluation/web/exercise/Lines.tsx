import { DownloadOutlined } from '@ant-design/icons'
import { Nothing, Section, saveFile, useLanguage } from '@opensti/ui/workbench'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvaluationView } from '../../contract.ts'
import { filterLines, type Wish, wishes } from './filter-lines.ts'
import { LineRow } from './LineRow.tsx'

/** Every indicator and task: what the unit and what supervision says, side by side. */
export function Lines({ view }: { view: EvaluationView }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const [wish, setWish] = useState<Wish>('all')
  const [unit, setUnit] = useState<string | null>(null)
  const shown = filterLines(view.lines, wish, unit)
  const units = [...new Map(view.lines.map((line) => [line.unit.id, line.unit])).values()]
  return (
    <Section
      id="lines"
      title={t('exercise.lines')}
      count={shown.length}
      action={
        <search className="filters" aria-label={t('exercise.filter')}>
          <Select<Wish>
            aria-label={t('exercise.filter')}
            value={wish}
            onChange={setWish}
            options={wishes.map((value) => ({ value, label: t(`exercise.${value}`) }))}
          />
          {units.length > 1 && (
            <Select
              aria-label={t('exercise.unit')}
              value={unit ?? ''}
              onChange={(value) => setUnit(value || null)}
              showSearch={{ optionFilterProp: 'label' }}
              options={[
                { value: '', label: t('exercise.allUnits') },
                ...units.map((one) => ({ value: one.id, label: say(one.name) })),
              ]}
            />
          )}
          <Button icon={<DownloadOutlined />} onClick={() => void save()}>
            {t('export')}
          </Button>
        </search>
      }
    >
      {shown.length === 0 ? (
        <Nothing>{t('exercise.nothingFits')}</Nothing>
      ) : (
        <table className="card-table fixed evl-table evl-lines" aria-labelledby="lines-heading">
          <thead>
            <tr>
              {(['line', 'own', 'review', 'evidence', 'points'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <LineRow key={line.id} line={line} view={view} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )

  async function save(): Promise<void> {
    const { linesWorkbook } = await import('./lines-workbook.ts')
    saveFile(`${view.title}.xlsx`, await linesWorkbook(view.title, shown, { t, say }))
  }
}
