import type { Day } from '@opensti/kernel'
import type { RequestState, RequestVerb } from './request-life.ts'

export type StepKind = 'prepare' | 'check' | 'sign'

/** One step of a unit's chain. Without a person, any holder of the step's role in the unit. */
export interface ChainStep {
  kind: StepKind
  personId: string | null
}

/** Someone acting for someone else between two days, both included. */
export interface Delegation {
  fromPerson: string
  toPerson: string
  fromDay: Day
  untilDay: Day
}

/** Who is asking, as the chain needs to know her: her roles in the unit whose chain it is. */
export interface ChainActor {
  personId: string
  roles: readonly string[]
}

/** What a unit does that has not said otherwise. */
export const usualChain: readonly ChainStep[] = [
  { kind: 'prepare', personId: null },
  { kind: 'check', personId: null },
  { kind: 'sign', personId: null },
]

export const roleOfStep: Record<StepKind, string> = { prepare: 'reporter', check: 'checker', sign: 'unit-leader' }

/** Roles by which somebody can have a step of a unit's chain, her own or another's whom she stands in for. */
export const chainRoles: readonly string[] = Object.values(roleOfStep)

/** Somebody of a unit, with the roles she holds there. */
export interface ChainMember {
  personId: string
  roles: readonly string[]
}

/** Whether she can be named in a chain or stand in for a colleague. */
export const canHoldStep = (member: ChainMember): boolean => member.roles.some((role) => chainRoles.includes(role))

/**
 * The first step that only somebody can take who has an earlier one too, by its place; -1 when the steps lie in different
 * hands, or may.
 */
export function stepInSameHand(chain: readonly ChainStep[], members: readonly ChainMember[]): number {
  const only = chain.map((step) => {
    const able = members.filter((member) => holds(step, member))
    return able.length === 1 ? able[0]?.personId : undefined
  })
  return only.findIndex((personId, at) => personId !== undefined && only.indexOf(personId) < at)
}

/**
 * Whether she may act at a step: `own` because it is hers, the person she stands in for, or null.
 * What is hers herself goes before what she does for others.
 */
export function mayAct(
  step: ChainStep,
  actor: ChainActor,
  delegations: readonly (Delegation & { roles: readonly string[] })[],
  day: Day,
): 'own' | { onBehalfOf: string } | null {
  if (holds(step, actor)) return 'own'
  const given = delegations.find(
    (one) =>
      one.toPerson === actor.personId &&
      one.fromDay <= day &&
      day <= one.untilDay &&
      holds(step, { personId: one.fromPerson, roles: one.roles }),
  )
  return given ? { onBehalfOf: given.fromPerson } : null
}

function holds(step: ChainStep, actor: ChainActor): boolean {
  return step.personId === null ? actor.roles.includes(roleOfStep[step.kind]) : step.personId === actor.personId
}

/**
 * What passing on means at this step: the next one of the unit's chain, then other units' countersigning, then submission.
 *
 * @param countersigning how many units have yet to countersign, once the chain is through.
 */
export function nextMove(
  chain: readonly ChainStep[],
  step: number,
  countersigning: number,
): { verb: RequestVerb; step: number } {
  const next = chain[step + 1]
  if (next) return { verb: next.kind === 'check' ? 'to-check' : 'to-sign', step: step + 1 }
  return { verb: countersigning > 0 ? 'to-countersign' : 'submit', step }
}

/** The step at which a request in this state waits inside its unit; null when it waits for others. */
export function stepOf(chain: readonly ChainStep[], state: RequestState, step: number): ChainStep | null {
  if (state !== 'preparing' && state !== 'checking' && state !== 'signing') return null
  return chain[step] ?? null
}
