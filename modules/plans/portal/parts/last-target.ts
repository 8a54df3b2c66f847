import type { IndicatorView, Target } from '../../contract.ts'

/** The target that ends a plan: of the last year, and not a stage on the way. */
export function lastTarget({ targets }: Pick<IndicatorView['plans'][number], 'targets'>): Target | null {
  return (
    targets
      .filter((target) => target.kind === 'target' && !target.staged)
      .reduce<Target | null>(
        (last, target) => (last === null || (target.year ?? 0) > (last.year ?? 0) ? target : last),
        null,
      ) ?? null
  )
}
