import { statusKeys } from '@opensti/ui'
import type { PlanIndicator } from '../../contract.ts'
import type { Voice } from '../../portal/page.ts'
import { groupIndicators, type IndicatorGroup } from '../../portal/parts/indicator-groups.ts'

export const groupings = ['theme', 'unit', 'status'] as const
export type Grouping = (typeof groupings)[number]

export const sortableColumns = ['name', 'status', 'done', 'baseline', 'latest', 'target'] as const
export type SortableColumn = (typeof sortableColumns)[number]

/** How a table is arranged; all of it stands in the address. */
export interface Arrangement {
  by: Grouping
  status: string | undefined
  q: string
  sort: { column: SortableColumn; down: boolean } | null
}

interface AddressPart {
  by?: string | undefined
  status?: string | undefined
  q?: string | undefined
  sort?: string | undefined
}

/** Reads an arrangement from an address; what makes no sense there counts as not said. */
export function arrangementOf({ by, status, q, sort }: AddressPart): Arrangement {
  const column = sortableColumns.find((one) => one === sort?.replace(/^-/, ''))
  return {
    by: groupings.find((one) => one === by) ?? 'theme',
    status: statusKeys.find((one) => one === status),
    q: q ?? '',
    sort: column ? { column, down: sort?.startsWith('-') ?? false } : null,
  }
}

/** The address part of sorting by a column: up, then down, then as the plan has it. */
export function nextSort(sort: Arrangement['sort'], column: SortableColumn): string | undefined {
  if (sort?.column !== column) return column
  return sort.down ? undefined : `-${column}`
}

/** Filters, groups and sorts the indicators of a plan. Within each group the order asked for holds. */
export function arrangeIndicators(
  indicators: readonly PlanIndicator[],
  { by, status, q, sort }: Arrangement,
  voice: Voice,
): IndicatorGroup[] {
  const words = q.trim().toLowerCase()
  const shown = indicators.filter(
    (one) => (status === undefined || one.progress.status === status) && (words === '' || wordsOf(one).includes(words)),
  )
  const groups = groupIndicators(shown, by, voice)
  if (!sort) return groups
  const order = compareBy(sort.column, voice)
  return groups.map((group) => ({
    ...group,
    indicators: group.indicators.toSorted((a, b) => (sort.down ? order(b, a) : order(a, b))),
  }))
}

function wordsOf(one: PlanIndicator): string {
  const units = one.unitsResponsible.flatMap((unit) => [unit.name, unit.shortName])
  return [one.name, one.theme, ...units]
    .flatMap((name) => [name.zh, name.en])
    .join(' ')
    .toLowerCase()
}

function compareBy(column: SortableColumn, { say, language }: Voice): (a: PlanIndicator, b: PlanIndicator) => number {
  const number = (value: number | null | undefined) => value ?? Number.NEGATIVE_INFINITY
  switch (column) {
    case 'name':
      return (a, b) => say(a.name).localeCompare(say(b.name), language === 'zh' ? 'zh-Hans' : 'en')
    case 'status':
      return (a, b) => statusKeys.indexOf(a.progress.status) - statusKeys.indexOf(b.progress.status)
    case 'done':
      return byNumber((one) => number(one.progress.done ?? one.progress.share))
    default:
      return byNumber((one) => number(one[column]?.value))
  }
}

function byNumber(pick: (one: PlanIndicator) => number): (a: PlanIndicator, b: PlanIndicator) => number {
  return (a, b) => (pick(a) === pick(b) ? 0 : pick(a) < pick(b) ? -1 : 1)
}
