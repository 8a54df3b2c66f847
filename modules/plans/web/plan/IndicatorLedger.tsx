import { statusKeys, statusMarks } from '@opensti/ui'
import { Nothing, Section } from '@opensti/ui/workbench'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '../../contract.ts'
import { FilterField } from '../parts/FilterField.tsx'
import { useVoice } from '../use-voice.ts'
import { arrangeIndicators, arrangementOf, type Grouping, groupings, nextSort } from './arrange-indicators.ts'
import { ExportButton } from './ExportButton.tsx'
import { IndicatorTable } from './IndicatorTable.tsx'

/** All indicators of a plan in one table that can be grouped, filtered and sorted; the address reproduces it. */
export function IndicatorLedger({ view }: { view: PlanView }) {
  const { t } = useTranslation('plans')
  const voice = useVoice()
  const { text, language } = voice
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const arrangement = useMemo(() => arrangementOf(search), [search])
  const groups = useMemo(() => arrangeIndicators(view.indicators, arrangement, voice), [view, arrangement, voice])
  const shown = new Set(groups.flatMap((group) => group.indicators)).size
  const change = (part: {
    by?: string
    status?: string | undefined
    q?: string | undefined
    sort?: string | undefined
  }) => void navigate({ to: '.', search: (old: object) => ({ ...old, ...part }), replace: true, resetScroll: false })
  const labels = { theme: text.byTheme, unit: text.byUnit, status: text.byStatus }

  if (view.indicators.length === 0) {
    return (
      <Section id="indicators" title={text.indicators}>
        <Nothing>{text.noIndicators}</Nothing>
      </Section>
    )
  }
  return (
    <Section
      id="indicators"
      title={text.indicators}
      count={shown}
      action={
        <div className="part-actions">
          <ExportButton view={view} groups={groups} />
          <Button onClick={() => print()}>{t('plan.print')}</Button>
        </div>
      }
    >
      <div className="table-tools">
        <Segmented<Grouping>
          aria-label={text.viewBy}
          value={arrangement.by}
          onChange={(by) => change({ by })}
          options={groupings.map((value) => ({ value, label: labels[value] }))}
        />
        <Select
          aria-label={text.status}
          value={arrangement.status ?? ''}
          onChange={(status) => change({ status: status || undefined })}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('plan.anyStatus') },
            ...statusKeys.map((status) => ({
              value: status,
              label: `${statusMarks[status].word[language]} ${view.counts[status] ?? 0}`,
            })),
          ]}
        />
        <FilterField
          label={text.filterIndicators}
          initial={arrangement.q}
          onChange={(q) => change({ q: q || undefined })}
        />
      </div>
      {shown === 0 ? (
        <Nothing>{t('plan.noneMatch')}</Nothing>
      ) : (
        <IndicatorTable
          region={view.region.id}
          groups={groups}
          by={arrangement.by}
          sort={arrangement.sort}
          onSort={(column) => change({ sort: nextSort(arrangement.sort, column) })}
        />
      )}
    </Section>
  )
}
