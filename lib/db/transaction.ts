import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@opensti/kernel'
import { sql } from 'kysely'
import { leaveMark } from './effect-mark.ts'
import { contended, isSerializationFailure, isUnavailable, unavailable } from './errors.ts'

import { registerOperation } from './operations.ts'
import type { Database, Reader, Transaction } from './tables.ts'

export interface TransactionOptions {
  /** How often to try again after a serialization failure. */
  retries?: number
}

/**
 * The one way to write. Runs `fn` in a SERIALIZABLE transaction and runs it again when the database asks for that,
 * so `fn` must do nothing outside the database (enqueue messages in the outbox instead).
 *
 * @param name `module.verb-noun`, as listed by `operations()`.
 * @throws what `fn` throws, after rollback; `database_contended` or `database_unavailable` (503);
 *   `already_done` (409) for a request that has taken effect before (idempotency.ts).
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
      const result = await db
        .transaction()
        .setIsolationLevel('serializable')
        .execute(async (tx) => {
          await leaveMark(tx, db, name)
          return fn(tx)
        })
      count.committed += 1
      return result
    } catch (error) {
      if (isSerializationFailure(error)) {
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

/** Full jitter: anything up to 4 ms, 8 ms, 16 ms … 250 ms, so that rivals do not meet again. */
function jitter(attempt: number): number {
  return Math.random() * Math.min(250, 4 * 2 ** attempt)
}
