import type { IndicatorView, Value } from '../../contract.ts'

/** What stands in the place of a replaced value now; a unit's part is only ever replaced by its own. */
export function successorOf(view: IndicatorView, { period, nature, reportedBy }: Value): Value | undefined {
  const current: readonly Value[] = reportedBy ? view.parts.flatMap(({ values }) => values) : view.values
  return current.find(
    (value) => value.period === period && value.nature === nature && value.reportedBy?.id === reportedBy?.id,
  )
}
