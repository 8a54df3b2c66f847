import type { Actor, Grant } from './actor.ts'

/**
 * How the actor must stand to the object.
 * `everywhere` asks for no tie; the others compare the actor's grants with the object's region, units or person.
 */
export type Relation = 'everywhere' | 'own-region' | 'own-unit' | 'self'

/** One line of the table of who may do what. What no line allows is refused. */
export interface PolicyRow {
  /** module.thing.verb, e.g. `plans.candidate.decide` */
  action: string
  /** `anyone` includes visitors; `signed-in` is any person with a session; otherwise role codes. */
  who: 'anyone' | 'signed-in' | readonly string[]
  relation: Relation
  /** The object must be in one of these states; absent means any state. */
  states?: readonly string[]
}

/** What a decision needs to know of the object. Absent parts match no relation that asks for them. */
export interface PolicyObject {
  regionId?: string
  unitIds?: readonly string[]
  personId?: string
  state?: string
}

export type PolicyAnswer = 'allowed' | 'unauthenticated' | 'forbidden' | 'not-found'

export class Policy {
  readonly rows: readonly PolicyRow[]
  readonly #byAction = new Map<string, PolicyRow[]>()

  constructor(rows: readonly PolicyRow[]) {
    this.rows = rows
    for (const row of rows) {
      const known = this.#byAction.get(row.action)
      if (known) known.push(row)
      else this.#byAction.set(row.action, [row])
    }
  }

  knows(action: string): boolean {
    return this.#byAction.has(action)
  }

  actions(): string[] {
    return [...this.#byAction.keys()].sort()
  }

  /** May this actor do this to this object? Without an object only rows that need no tie can allow it. */
  allows(actor: Actor, action: string, object: PolicyObject = {}): boolean {
    const rows = this.#byAction.get(action) ?? []
    return rows.some((row) => matches(row, actor, object))
  }

  /** Might this actor do this to some object? For menus and buttons, never for a decision. */
  mightAllow(actor: Actor, action: string): boolean {
    const rows = this.#byAction.get(action) ?? []
    return rows.some((row) => holders(row, actor) !== null)
  }

  /**
   * The decision with the answer a client gets. Someone without the role learns that she may not (403);
   * someone with the role but without the tie learns nothing about the object (404).
   */
  decide(actor: Actor, action: string, object: PolicyObject = {}): PolicyAnswer {
    if (this.allows(actor, action, object)) return 'allowed'
    // An action open to visitors in some state must not tell them of objects in another.
    if (actor.kind === 'visitor') return this.mightAllow(actor, action) ? 'not-found' : 'unauthenticated'
    const rows = this.#byAction.get(action) ?? []
    const tied = rows.some((row) => row.who !== 'anyone' && matches({ ...row, states: undefined }, actor, object))
    if (tied) return 'forbidden'
    return this.mightAllow(actor, action) ? 'not-found' : 'forbidden'
  }
}

function matches(row: PolicyRow, actor: Actor, object: PolicyObject): boolean {
  const grants = holders(row, actor)
  if (grants === null) return false
  if (row.states && (object.state === undefined || !row.states.includes(object.state))) return false
  switch (row.relation) {
    case 'everywhere':
      return true
    case 'own-region':
      return object.regionId !== undefined && grants.some((grant) => grant.regionId === object.regionId)
    case 'own-unit':
      return grants.some((grant) => grant.unitId !== null && (object.unitIds ?? []).includes(grant.unitId))
    case 'self':
      return actor.kind === 'person' && object.personId === actor.personId
  }
}

/** The grants by which the actor is one of `who`; null when she is not. */
function holders(row: PolicyRow, actor: Actor): readonly Grant[] | null {
  if (row.who === 'anyone') return actor.kind === 'person' ? actor.grants : []
  if (actor.kind !== 'person') return null
  if (row.who === 'signed-in') return actor.grants
  const held = actor.grants.filter((grant) => row.who.includes(grant.role))
  return held.length > 0 ? held : null
}
