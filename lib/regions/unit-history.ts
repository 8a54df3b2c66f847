import type { UnitChangeEntity, UnitEntity } from './content.ts'

/** Dates are text as precise as they are known ("2018", "2018-06-15"); a year begins with its first day. */
export function unitExistsAt(unit: Pick<UnitEntity, 'from' | 'until'>, date: string): boolean {
  return startsBy(unit.from, date) && !endedBefore(unit.until, date)
}

/** The name a unit has at a date; the latest one that had begun, else the first. */
export function unitNameAt(unit: Pick<UnitEntity, 'names'>, date: string): UnitEntity['names'][number] {
  const fitting = unit.names.findLast((name) => startsBy(name.from, date) && !endedBefore(name.until, date))
  return fitting ?? unit.names[0]!
}

/** A date given only by year covers the whole year, so in doubt a thing counts as begun. */
function startsBy(from: string | undefined, date: string): boolean {
  return from === undefined || from.slice(0, date.length) <= date
}

/** `until` is the day on which a thing ends; on that day it still exists. */
function endedBefore(until: string | undefined, date: string): boolean {
  return until !== undefined && until < date.slice(0, until.length)
}

/** What of a change decides who answers afterwards. */
export type UnitChangeLike = Pick<UnitChangeEntity, 'kind' | 'date' | 'from' | 'to' | 'moves'>

export interface ResponsibleUnit {
  unit: string
  function?: string | undefined
}

/**
 * Who answers today for what a plan once gave to a unit. A task for the sake of one function goes where the function goes;
 * any other task stays with its unit, under whatever name, until the unit is merged or split.
 */
export function responsibleAt(
  given: ResponsibleUnit,
  since: string,
  date: string,
  changes: readonly UnitChangeLike[],
): string[] {
  let holders = [given.unit]
  const later = changes
    .filter((change) => change.date > since && change.date <= date)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  for (const change of later) {
    const next = holders.flatMap((unit) => successors(unit, given.function, change))
    holders = [...new Set(next)]
  }
  return holders
}

function successors(unit: string, duty: string | undefined, change: UnitChangeLike): string[] {
  if (change.kind === 'rename' || !change.from.includes(unit)) return [unit]
  const moves = change.moves?.filter((move) => move.from === unit) ?? []
  if (duty !== undefined && moves.length > 0) {
    const moved = moves.filter((move) => move.function === duty).map((move) => move.to)
    if (moved.length > 0) return moved
  }
  if (change.kind === 'transfer') return [unit]
  if (duty === undefined && moves.length > 0 && change.kind === 'split')
    return [...new Set(moves.map((move) => move.to))]
  return change.to
}
