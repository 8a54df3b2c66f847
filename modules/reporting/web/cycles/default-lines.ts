import type { CycleLine } from '../../contract.ts'

/** What the form needs to know of a plan's indicator. */
export interface PlanLine {
  indicatorId: string
  unitsResponsible: readonly { id: string }[]
}

/** A line for each indicator of a plan: the first responsible unit reports, the others countersign. */
export function defaultLines(indicators: readonly PlanLine[]): CycleLine[] {
  return indicators.flatMap(({ indicatorId, unitsResponsible: [first, ...others] }) =>
    first
      ? [
          {
            indicatorId,
            unitId: first.id,
            nature: 'working' as const,
            figureKind: 'flash' as const,
            countersigners: others.map(({ id }) => id),
          },
        ]
      : [],
  )
}
