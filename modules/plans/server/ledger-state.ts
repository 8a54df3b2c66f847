import type { Database } from '@opensti/db'
import type { Context } from '@opensti/http'
import { sql } from 'kysely'
import { viewerOf } from './viewer.ts'

/**
 * What views of the ledger depend on besides their address: the ledger itself, whose drafts the asker sees, and the day,
 * because views tell how much of a plan's time has passed.
 */
export async function ledgerState({ db, clock, actor }: Context): Promise<string> {
  const inside = [...viewerOf(actor).insideRegions].sort().join(',')
  return `${await ledgerRevision(db)} ${clock.now().toISOString().slice(0, 10)} ${inside}`
}

/** The same for pages, which show everybody what the public may see. */
export async function publicLedgerState({ db, clock }: Context): Promise<string> {
  return `${await ledgerRevision(db)} ${clock.now().toISOString().slice(0, 10)}`
}

interface Asking {
  now: Promise<string>
  /** For those who came while `now` was out. */
  next: Promise<string> | undefined
}

const asking = new WeakMap<Database, Asking>()

/**
 * Of all regions together; grows with every write that a view shows. Whoever comes while the question is out shares the
 * next one rather than this, so that nobody gets an answer older than her request: what was confirmed or withdrawn a
 * moment ago is never missing or still there.
 */
function ledgerRevision(db: Database): Promise<string> {
  const out = asking.get(db)
  if (!out) return ask(db)
  out.next ??= out.now.then(
    () => ask(db),
    () => ask(db),
  )
  return out.next
}

function ask(db: Database): Promise<string> {
  const now = sql<{ revision: string }>`select coalesce(sum(revision), 0)::text as revision from plans.region`
    .execute(db)
    .then(({ rows }) => rows[0]?.revision ?? '0')
  const mine: Asking = { now, next: undefined }
  asking.set(db, mine)
  const done = () => {
    if (asking.get(db) === mine && !mine.next) asking.delete(db)
  }
  now.then(done, done)
  return now
}
