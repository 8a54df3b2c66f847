import { type Database, transaction } from '@opensti/db'
import { sql } from 'kysely'
import type { SeeNotices } from '../../contract-notices.ts'

/** Marks one notice of someone as seen, or all up to one; what came in later, and what is others', stays as it is. */
export async function seeNotices(db: Database, personId: string, which: SeeNotices): Promise<void> {
  await transaction(db, 'accounts.see-notices', async (tx) => {
    const query = tx
      .updateTable('accounts.notice')
      .set({ seen_at: sql<Date>`clock_timestamp()` })
      .where('person', '=', personId)
      .where('seen_at', 'is', null)
    const chosen =
      'only' in which ? query.where('id', '=', BigInt(which.only)) : query.where('id', '<=', BigInt(which.upTo))
    await chosen.execute()
  })
}
