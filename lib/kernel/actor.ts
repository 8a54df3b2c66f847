import { unauthenticated } from './errors.ts'
import type { PersonId, RegionId, UnitId } from './ids.ts'

/** One role, held in one region, for one unit where the role belongs to a unit. */
export interface Grant {
  role: string
  regionId: RegionId
  unitId: UnitId | null
}

/** Who is asking: a member of the public, someone signed in, or the system doing its own work. */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'person'; personId: PersonId; sessionId: string; name: string; grants: readonly Grant[] }
  | { kind: 'system'; name: string }

export type PersonActor = Extract<Actor, { kind: 'person' }>

/**
 * The person behind a deed that only a person can do.
 * @throws AppError (unauthenticated) when it is not one
 */
export function personOf(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw unauthenticated()
  return actor
}

export const visitor: Actor = { kind: 'visitor' }

/** The name an actor bears in audit rows; visitors have none. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === 'person') return actor.personId
  if (actor.kind === 'system') return `system:${actor.name}`
  return null
}
