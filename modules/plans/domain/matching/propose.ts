import type { FigureProposal, TaskProposal } from '../../contract-reading.ts'
import type { Figure, Task } from '../reading/model.ts'
import type { IndicatorMatch } from './match-indicator.ts'

export interface KnownUnit {
  id: string
  /** Full names and short forms of all times. */
  names: readonly string[]
}

/** What a figure would become in the ledger, before anyone has looked at it. */
export function proposeFigure(figure: Figure, match: IndicatorMatch): FigureProposal {
  const { kind, name, value, value2, unit, comparator, year, startYear, perYear, estimate } = figure
  return {
    kind,
    indicatorId: match.code,
    name: cut(name, 200),
    value,
    value2,
    unit,
    comparator,
    year,
    startYear,
    perYear,
    estimate,
  }
}

/** Answers what a task would become, its units matched with those of the region. */
export function taskProposer(known: readonly KnownUnit[]): (task: Task, number: string) => TaskProposal {
  const byName = new Map(known.flatMap((unit) => unit.names.map((name) => [name, unit.id] as const)))
  const named = (names: readonly string[]) => names.map((name) => ({ name, unitId: byName.get(name) ?? null }))
  return (task, number) => ({
    number,
    title: cut(task.title, 300),
    lead: named(task.lead),
    coop: named(task.coop),
    others: named(task.others),
  })
}

/** The beginning of a text, never half a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).toWellFormed()
}
