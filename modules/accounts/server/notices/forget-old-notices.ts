import { type Database, transaction } from '@opensti/db'
import { sql } from 'kysely'

/** Deletes notices that were made more than a year ago. Once a day is enough. Returns how many. */
export async function forgetOldNotices(db: Database): Promise<number> {
  return transaction(db, 'accounts.forget-old-notices', async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('accounts.notice')
      .where('made_at', '<', sql<Date>`clock_timestamp() - interval '1 year'`)
      .executeTakeFirst()
    return Number(numDeletedRows)
  })
}
