import { statusKeys, statusMarks } from '@opensti/ui'
import type { PlanIndicator } from '../../contract.ts'
import type { Voice } from '../page.ts'

export type PlanGrouping = 'theme' | 'unit' | 'status' | 'charts'
export const planGroupings: readonly PlanGrouping[] = ['theme', 'unit', 'status', 'charts']

export interface IndicatorGroup {
  heading: string
  indicators: PlanIndicator[]
}

/** The indicators of a plan by theme, responsible unit or status. One that answers to two units stands under both. */
export function groupIndicators(
  indicators: readonly PlanIndicator[],
  by: PlanGrouping,
  { say, text, language }: Voice,
): IndicatorGroup[] {
  if (by === 'status') {
    return statusKeys
      .map((status) => ({
        heading: statusMarks[status].word[language],
        indicators: indicators.filter((one) => one.progress.status === status),
      }))
      .filter((group) => group.indicators.length > 0)
  }
  const groups = new Map<string, PlanIndicator[]>()
  for (const indicator of indicators) {
    const units = indicator.unitsResponsible.map((unit) => say(unit.name))
    const headings = by === 'unit' ? (units.length > 0 ? units : [text.unitUnknown]) : [say(indicator.theme)]
    for (const heading of headings) groups.set(heading, [...(groups.get(heading) ?? []), indicator])
  }
  return [...groups].map(([heading, members]) => ({ heading, indicators: members }))
}
