/** A time in which a unit had a function. Dates are as precise as they are known; text order is time order. */
export interface FunctionHeld {
  function: string
  unit: string
  from: string | null
  until: string | null
}

interface UnitWithFunctions {
  id: string
  from?: string | undefined
  until?: string | undefined
  functions: readonly string[]
}

interface Change {
  kind: 'rename' | 'merge' | 'split' | 'transfer'
  date: string
  from: readonly string[]
  to: readonly string[]
  moves: readonly { function: string; from: string; to: string }[]
}

/**
 * Who held which function when: what each unit had when it began, moved along by every dated change. A merger into one
 * unit takes all functions along; otherwise only those that the change names move.
 */
export function foldFunctions(units: readonly UnitWithFunctions[], changes: readonly Change[]): FunctionHeld[] {
  const held: FunctionHeld[] = units.flatMap((unit) =>
    unit.functions.map((one) => ({ function: one, unit: unit.id, from: unit.from ?? null, until: null })),
  )
  for (const change of [...changes].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    for (const move of movesOf(change, held)) {
      const before = held.find((one) => one.function === move.function && one.unit === move.from && one.until === null)
      if (before) before.until = change.date
      const has = held.some((one) => one.function === move.function && one.unit === move.to && one.until === null)
      if (!has) held.push({ function: move.function, unit: move.to, from: change.date, until: null })
    }
  }
  const ends = new Map(units.map((unit) => [unit.id, unit.until ?? null]))
  return held.map((one) => ({ ...one, until: one.until ?? ends.get(one.unit) ?? null }))
}

function movesOf(
  change: Change,
  held: readonly FunctionHeld[],
): readonly { function: string; from: string; to: string }[] {
  const [successor] = change.to
  if (change.kind !== 'merge' || change.to.length !== 1 || successor === undefined) return change.moves
  const gone = change.from.filter((unit) => unit !== successor)
  return held
    .filter((one) => one.until === null && gone.includes(one.unit))
    .map((one) => ({ function: one.function, from: one.unit, to: successor }))
}
