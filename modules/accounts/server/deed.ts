import type { TransactionOptions } from '@opensti/db'
import type { Context } from '@opensti/http'
import { type Actor, actorId, unauthenticated } from '@opensti/kernel'

export type PersonActor = Extract<Actor, { kind: 'person' }>

/** Who asks for something to be done, and how it is told apart from a repetition. */
export interface Deed {
  actor: Actor
  requestId?: string
  idempotencyKey?: string
}

export function deedOf({ actor, requestId, idempotencyKey }: Context): Deed {
  return { actor, requestId, idempotencyKey }
}

/** Done at most once per key of the sender. */
export function once(deed: Deed, request: unknown): TransactionOptions {
  if (!deed.idempotencyKey) return {}
  return { idempotency: { key: deed.idempotencyKey, actor: actorId(deed.actor) ?? 'visitor', request } }
}

export function personOf(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw unauthenticated()
  return actor
}

/** The person behind a deed; null where the installation does it itself. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null
}
