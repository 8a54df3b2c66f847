import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@opensti/kernel'
import { sql } from 'kysely'
import { contended, isSerializationFailure, isUnavailable, unavailable } from './errors.ts'
import { findStoredAnswer, type IdempotencyKey, isKeyRace, storeAnswer } from './idempotency.ts'
import { registerOperation } from './operations.ts'
import type { Database, Reader, Transaction } from './tables.ts'

export interface TransactionOptions {
  /** Given, a repeated request gets the stored answer; answers are then plain JSON (dates become text) both times. */
  idempotency?: IdempotencyKey
  /** How often to try again after a serialization failure. */
  retries?: number
}

/**
 * The one way to write. Runs `fn` in a SERIALIZABLE transaction and runs it again when the database asks for that,
 * so `fn` must do nothing outside the database (enqueue messages in the outbox instead).
 *
 * @param name `module.verb-noun`, as listed by `operations()`.
 * @throws what `fn` throws, after rollback; `database_contended` or `database_unavailable` (503);
 *   `idempotency_key_reused` (422).
 */
export async function transaction<Result>(
  db: Database,
  name: string,
  fn: (tx: Transaction) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const count = registerOperation(name)
  const retries = options.retries ?? 15
  for (let attempt = 0; ; attempt += 1) {
    try {
      const outcome = await db
        .transaction()
        .setIsolationLevel('serializable')
        .execute((tx) => runOnce(tx, name, fn, options.idempotency))
      count[outcome.replayed ? 'replayed' : 'committed'] += 1
      return outcome.result
    } catch (error) {
      if (isSerializationFailure(error) || isKeyRace(error)) {
        if (attempt >= retries) {
          count.gaveUp += 1
          throw contended(name, error)
        }
        count.retried += 1
        await sleep(jitter(attempt))
        continue
      }
      count.refused += 1
      throw !(error instanceof AppError) && isUnavailable(error) ? unavailable(name, error) : error
    }
  }
}

/** Reads several things as they were at one moment. */
export function snapshot<Result>(db: Database, fn: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(fn)
}

/** The time by the database's clock, to the millisecond, moving on within a transaction. Deadlines are decided by it. */
export async function databaseNow(db: Reader): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  return rows[0]!.now
}

async function runOnce<Result>(
  tx: Transaction,
  name: string,
  fn: (tx: Transaction) => Promise<Result>,
  idempotency: IdempotencyKey | undefined,
): Promise<{ replayed: boolean; result: Result }> {
  if (!idempotency) return { replayed: false, result: await fn(tx) }
  const stored = await findStoredAnswer(tx, name, idempotency)
  if (stored) return { replayed: true, result: stored.result as Result }
  const result = await fn(tx)
  await storeAnswer(tx, name, idempotency, result)
  return { replayed: false, result: JSON.parse(JSON.stringify(result ?? null)) as Result }
}

/** Full jitter: anything up to 4 ms, 8 ms, 16 ms … 250 ms, so that rivals do not meet again. */
function jitter(attempt: number): number {
  return Math.random() * Math.min(250, 4 * 2 ** attempt)
}
