import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndicatorGroup } from '../../portal/parts/indicator-groups.ts'
import { useVoice } from '../use-voice.ts'
import type { Arrangement, Grouping, SortableColumn } from './arrange-indicators.ts'
import { IndicatorRow } from './IndicatorRow.tsx'

interface Props {
  region: string
  groups: readonly IndicatorGroup[]
  by: Grouping
  sort: Arrangement['sort']
  onSort: (column: SortableColumn) => void
}

/** Rows under the heading of their group. Headings sort within groups; up and down go from indicator to indicator. */
export function IndicatorTable({ region, groups, by, sort, onSort }: Props) {
  const { t } = useTranslation('plans')
  const { text } = useVoice()
  const heading = (column: SortableColumn, label: string, className: string) => {
    const state = sort?.column === column ? (sort.down ? 'descending' : 'ascending') : 'none'
    return (
      <th scope="col" className={className} aria-sort={state}>
        <button type="button" className="sort" onClick={() => onSort(column)} title={t('plan.sortBy', { label })}>
          {label}
          <span aria-hidden="true">{state === 'none' ? '' : sort?.down ? ' ↓' : ' ↑'}</span>
        </button>
      </th>
    )
  }
  return (
    <table className="ledger indicator-ledger" onKeyDown={moveBetweenRows}>
      <caption className="hidden">{text.indicators}</caption>
      <thead>
        <tr>
          {heading('name', text.name, 'c-name')}
          {heading('status', text.status, 'c-status')}
          {heading('done', text.progress, 'c-progress')}
          {heading('baseline', text.baseline, 'c-figure r')}
          {heading('latest', text.latest, 'c-figure r')}
          {heading('target', text.target, 'c-figure r')}
          <th scope="col" className="c-course">
            {text.course}
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.heading}>
          <tr className="group-row">
            <th scope="rowgroup" colSpan={6}>
              {group.heading}
              <span className="count">{group.indicators.length}</span>
            </th>
            <td className="c-course" />
          </tr>
          {group.indicators.map((indicator) => (
            <IndicatorRow key={indicator.indicatorId} region={region} indicator={indicator} units={by !== 'unit'} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || !(event.target instanceof HTMLElement) || !event.target.matches('.row-link')) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-link')]
  const next = links[links.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
