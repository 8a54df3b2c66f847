import { type AppError, conflict } from '@opensti/kernel'
import type { Database, Transaction } from './tables.ts'

/** One try at a request: what its writes leave beside their effect, so that a repeat finds it. */
export interface Mark {
  actor: string
  digest: Buffer
  fingerprint: Buffer
  run: string
}

const marks = new WeakMap<Database, Mark>()

/** The same database, through which every write leaves this mark. */
export function withMark(db: Database, mark: Mark): Database {
  const own: Database = db.withTables<Record<never, never>>()
  marks.set(own, mark)
  return own
}

/** Leaves the mark of this database handle, if it has one, in the transaction of an effect. Throws 409 `already_done`. */
export async function leaveMark(tx: Transaction, db: Database, operation: string): Promise<void> {
  const mark = marks.get(db)
  if (!mark) return
  const { actor, digest, fingerprint, run } = mark
  const left = await tx
    .insertInto('opensti.idempotency')
    .values({ actor, key_digest: digest, fingerprint, run, operation })
    .onConflict((row) =>
      row.constraint('idempotency_pkey').doUpdateSet({ operation }).where('opensti.idempotency.run', '=', run),
    )
    .returning('run')
    .executeTakeFirst()
  if (!left) throw alreadyDone()
}

export function alreadyDone(): AppError {
  return conflict(
    'already_done',
    { zh: '这件事已经办过了，没有重复办理。', en: 'This has been done already; it was not done again.' },
    { remedy: { zh: '请刷新页面查看结果。', en: 'Reload the page to see the result.' } },
  )
}
