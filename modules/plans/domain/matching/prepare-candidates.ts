import type { FigureProposal, TaskProposal } from '../../contract-reading.ts'
import type { Figure, Reading, Task } from '../reading/model.ts'
import { citationsOf } from '../reading/section-path.ts'
import { ledgerFault, taskFault } from './ledger-fault.ts'
import { type IndicatorMatch, indicatorMatcher, type KnownIndicator } from './match-indicator.ts'
import { type KnownUnit, proposeFigure, taskProposer } from './propose.ts'

/** What accepting a candidate will write, with the place it is cited by. */
export interface Proposal {
  match: IndicatorMatch['certainty']
  figure?: FigureProposal
  task?: TaskProposal
  cite: { path: string; paragraph: number }
}

/** A row to be kept for a person to decide about. */
export interface PreparedCandidate {
  position: number
  kind: 'figure' | 'task'
  place_start: number
  place_end: number
  found: Figure | Task
  proposal: Proposal
  sure: boolean
}

/** True when nothing is missing and the match is certain, so that it may be confirmed together with others of its kind. */
export function isSure({ match, figure, task }: Proposal): boolean {
  if (task) return taskFault(task) === null
  return figure !== undefined && match === 'same' && ledgerFault(figure) === null
}

/** Everything found in a document as candidates in reading order, matched with what the region knows; made one by one. */
export function* prepareCandidates(
  reading: Reading,
  known: { indicators: readonly KnownIndicator[]; units: readonly KnownUnit[] },
): Generator<PreparedCandidate> {
  const match = indicatorMatcher(known.indicators)
  const propose = taskProposer(known.units)
  const cite = citationsOf(reading.text, reading.sections, reading.noise)
  let position = 0
  for (const { figure, task } of inReadingOrder(reading)) {
    const found = figure ?? task
    const place = cite(found.start)
    const proposal: Proposal = figure
      ? proposalOf(figure, match, place)
      : { match: 'none', task: propose(task, place.path), cite: place }
    yield {
      position,
      kind: figure ? 'figure' : 'task',
      place_start: found.start,
      place_end: found.end,
      found,
      proposal,
      sure: isSure(proposal),
    }
    position += 1
  }
}

function proposalOf(figure: Figure, match: ReturnType<typeof indicatorMatcher>, cite: Proposal['cite']): Proposal {
  const matched = match(figure.name, figure.comparator === 'mul' ? '' : figure.unit)
  return { match: matched.certainty, figure: proposeFigure(figure, matched), cite }
}

type Found = { figure: Figure; task?: never } | { task: Task; figure?: never }

/** Two sorted lists become one without a third. */
function* inReadingOrder({ figures, tasks }: Reading): Generator<Found> {
  const [left, right] = [sorted(figures), sorted(tasks)]
  let at = 0
  for (const figure of left) {
    while (at < right.length && right[at]!.start < figure.start) yield { task: right[at++]! }
    yield { figure }
  }
  while (at < right.length) yield { task: right[at++]! }
}

function sorted<Placed extends { start: number }>(list: readonly Placed[]): readonly Placed[] {
  return [...list].sort((a, b) => a.start - b.start)
}
