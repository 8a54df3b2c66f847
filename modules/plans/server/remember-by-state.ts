import type { Database, Reader } from '@opensti/db'
import { ledgerRevision } from './ledger-state.ts'

interface Kept {
  state: string
  made: Promise<unknown>
}

const memories = new WeakMap<Database, Map<string, Kept>>()
const keptMax = 100

/**
 * What was worked out from the ledger, in memory for as long as the ledger stands (docs/decisions/0008): several views need the
 * same, and it is large. The state is asked each time and before anything is read. Inside a transaction nothing is kept, because
 * what is seen there may never come to be. Whoever gets it shares it, and does not change it.
 */
export async function rememberByState<T>(db: Reader, key: string, make: () => Promise<T>): Promise<T> {
  if (db.isTransaction) return make()
  const state = await ledgerRevision(db)
  const memory = memories.get(db) ?? new Map<string, Kept>()
  memories.set(db, memory)
  const before = memory.get(key)
  if (before?.state === state) return before.made as Promise<T>
  const kept: Kept = { state, made: make() }
  memory.delete(key)
  const oldest = memory.keys().next().value
  if (memory.size >= keptMax && oldest !== undefined) memory.delete(oldest)
  memory.set(key, kept)
  // What could not be made is tried again by whoever asks next.
  kept.made.catch(() => {
    if (memory.get(key) === kept) memory.delete(key)
  })
  return kept.made as Promise<T>
}
