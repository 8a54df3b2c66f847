import type { Database } from '@opensti/db'
import type { Context } from '@opensti/http'
import { type Asked, askOnce } from '@opensti/kernel'
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

const asked: Asked<Database, string> = new Map()

/**
 * Of all regions together; grows with every write that a view shows, and with every figure whose moment has come although
 * nothing is written then. Asked for every request, so that what was confirmed or withdrawn a moment ago is never missing
 * or still there; those who come at once share the asking.
 */
export function ledgerRevision(db: Database): Promise<string> {
  return askOnce(asked, db, async () => {
    const { rows } = await sql<{
      revision: string
    }>`
      select coalesce(sum(revision), 0)::text || '.' || (
        select count(*) from plans.value where status = 'approved' and public_from <= clock_timestamp()
      ) as revision from plans.region`.execute(db)
    return rows[0]?.revision ?? '0'
  })
}
