import type { Context } from '@opensti/http'
import { type Actor, unauthenticated } from '@opensti/kernel'

export type PersonActor = Extract<Actor, { kind: 'person' }>

/** Who asks for something to be done, and by which request. */
export interface Deed {
  actor: Actor
  requestId?: string
}

export function deedOf({ actor, requestId }: Context): Deed {
  return { actor, requestId }
}

export function personOf(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw unauthenticated()
  return actor
}

/** The person behind a deed; null where the installation does it itself. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null
}
