import type { Context } from '@opensti/http'
import { publicLedgerState } from '@opensti/plans'
import { sql } from 'kysely'

/**
 * What public pages, files and feeds of releases depend on: the ledger, and which releases are public by the database's
 * clock. It changes at the second in which one becomes public, so that nothing kept from before is given out after.
 */
export async function publicState(context: Context): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select count(*)::text || '.' || coalesce(sum(version), 0)::text as state from publication.release
    where public_from <= clock_timestamp() and state in ('approved', 'in-effect', 'retracted')`.execute(context.db)
  return `${await publicLedgerState(context)} ${rows[0]?.state ?? ''}`
}
