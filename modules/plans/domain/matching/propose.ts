import type { FigureProposal, TaskProposal } from '../../contract-reading.ts'
import type { Figure, Task } from '../reading/model.ts'
import { type IndicatorMatch, type KnownIndicator, matchIndicator } from './match-indicator.ts'

export interface KnownUnit {
  id: string
  /** Full names and short forms of all times. */
  names: readonly string[]
}

/** What a figure would become in the ledger, before anyone has looked at it. */
export function proposeFigure(
  figure: Figure,
  known: readonly KnownIndicator[],
): { figure: FigureProposal; match: IndicatorMatch['certainty'] } {
  const match = matchIndicator(figure.name, figure.comparator === 'mul' ? '' : figure.unit, known)
  const { kind, name, value, value2, unit, comparator, year, startYear, perYear, estimate } = figure
  return {
    match: match.certainty,
    figure: {
      kind,
      indicatorId: match.code,
      name: name.slice(0, 200),
      value,
      value2,
      unit,
      comparator,
      year,
      startYear,
      perYear,
      estimate,
    },
  }
}

export function proposeTask(task: Task, number: string, known: readonly KnownUnit[]): TaskProposal {
  const byName = new Map(known.flatMap((unit) => unit.names.map((name) => [name, unit.id] as const)))
  const named = (names: readonly string[]) => names.map((name) => ({ name, unitId: byName.get(name) ?? null }))
  return {
    number,
    title: task.title.slice(0, 300),
    lead: named(task.lead),
    coop: named(task.coop),
    others: named(task.others),
  }
}
