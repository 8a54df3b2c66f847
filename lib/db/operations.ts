/** What has become of one named write since the process started. */
export interface OperationCount {
  committed: number
  replayed: number
  retried: number
  refused: number
  gaveUp: number
}

const counts = new Map<string, OperationCount>()
const shape = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/

/**
 * Makes a write known by name (`module.verb-noun`) before it first runs, so that harnesses and metrics can list it.
 * `transaction` does it by itself on first use.
 */
export function registerOperation(name: string): OperationCount {
  const known = counts.get(name)
  if (known) return known
  if (!shape.test(name)) {
    throw new Error(
      `"${name}" is no name for a write. Write module.verb-noun in lower case, such as plans.confirm-figure.`,
    )
  }
  const fresh = { committed: 0, replayed: 0, retried: 0, refused: 0, gaveUp: 0 }
  counts.set(name, fresh)
  return fresh
}

/** Every write known so far with its counts, for metrics and for harnesses that enumerate them. */
export function operations(): ReadonlyMap<string, Readonly<OperationCount>> {
  return counts
}
