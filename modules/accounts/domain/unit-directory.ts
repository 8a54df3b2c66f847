import type { Bilingual } from '@opensti/kernel'
import { responsibleAt } from '@opensti/regions/unit-history'

/** A unit with everything it is or was called; dates are as precise as they are known. */
export interface DirectoryUnit {
  id: string
  regionId: string
  level: string
  kind: string
  from: string | null
  until: string | null
  /** As it is called now, or was called last. */
  name: Bilingual
  shortName: Bilingual
  /** Oldest first. */
  names: { name: Bilingual; from: string | null; until: string | null }[]
  /** What papers write for short, today and earlier. */
  shortForms: string[]
}

export interface DirectoryChange {
  kind: 'rename' | 'merge' | 'split' | 'transfer'
  on: string
  from: string[]
  to: string[]
  moves: { function: string; from: string; to: string }[]
  /** Names of the functions that move. */
  functions: Bilingual[]
  note: Bilingual | null
  verified: 'official' | 'source' | 'unverified'
}

export interface HeldFunction {
  functionId: string
  unitId: string
  from: string | null
  until: string | null
}

export interface Successor {
  unitId: string
  on: string
  note: Bilingual
}

/** All government units at hand, to be asked many times. */
export class UnitDirectory {
  readonly #units: readonly DirectoryUnit[]
  readonly #byId: ReadonlyMap<string, DirectoryUnit>
  readonly #changes: readonly DirectoryChange[]
  readonly #held: readonly HeldFunction[]

  constructor(units: readonly DirectoryUnit[], changes: readonly DirectoryChange[], held: readonly HeldFunction[]) {
    this.#units = units
    this.#byId = new Map(units.map((unit) => [unit.id, unit]))
    this.#changes = changes
    this.#held = held
  }

  all(): readonly DirectoryUnit[] {
    return this.#units
  }

  find(id: string): DirectoryUnit | undefined {
    return this.#byId.get(id)
  }

  inRegion(regionId: string): DirectoryUnit[] {
    return this.#units.filter((unit) => unit.regionId === regionId)
  }

  /** What became of a unit and what it came from, oldest first. */
  changesOf(id: string): DirectoryChange[] {
    return this.#changes.filter((change) => change.from.includes(id) || change.to.includes(id))
  }

  /** Who holds a function on a day. Usually one unit; on the day of a change the new holder has it. */
  holders(functionId: string, date: string): string[] {
    return this.#held
      .filter(
        (held) =>
          held.functionId === functionId &&
          (held.from === null || held.from.slice(0, date.length) <= date) &&
          (held.until === null || date.slice(0, held.until.length) < held.until),
      )
      .map((held) => held.unitId)
      .sort()
  }

  /**
   * Who does on a day what was once given to a unit, where it is no longer that unit itself: a task for the sake of a
   * function goes where the function goes, any other stays until the unit is merged or split. Empty when nothing moved.
   */
  successors(unitId: string, functionId: string | null, since: string, date: string): Successor[] {
    const changes = this.#changes.map((change) => ({ ...change, date: change.on }))
    const given = { unit: unitId, function: functionId ?? undefined }
    const now = responsibleAt(given, since, date, changes).filter((unit) => unit !== unitId)
    return now.map((unit) => {
      const last = this.#changes.findLast(
        (change) => change.on > since && change.on <= date && change.to.includes(unit) && !change.from.includes(unit),
      )
      return { unitId: unit, on: last?.on ?? date, note: last?.note ?? this.#takenOver(unit, last?.on) }
    })
  }

  #takenOver(unitId: string, on = ''): Bilingual {
    const name = this.find(unitId)?.name ?? { zh: unitId, en: unitId }
    return { zh: `${on} 起由${name.zh}承担`, en: `Since ${on} the work of ${name.en}` }
  }
}
