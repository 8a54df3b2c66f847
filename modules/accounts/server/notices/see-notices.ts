import { type Database, transaction } from '@opensti/db'
import { sql } from 'kysely'

/** Marks one notice of someone as seen. */
export async function seeNotice(db: Database, personId: string, noticeId: string): Promise<void> {
  await see(db, personId, { only: BigInt(noticeId) })
}

/** Marks everything that someone was told up to a notice as seen; what came in later stays unseen. */
export async function seeNotices(db: Database, personId: string, upTo: string): Promise<void> {
  await see(db, personId, { upTo: BigInt(upTo) })
}

async function see(db: Database, personId: string, which: { only: bigint } | { upTo: bigint }): Promise<void> {
  await transaction(db, 'accounts.see-notices', async (tx) => {
    const query = tx
      .updateTable('accounts.notice')
      .set({ seen_at: sql<Date>`clock_timestamp()` })
      .where('person', '=', personId)
      .where('seen_at', 'is', null)
    await ('only' in which ? query.where('id', '=', which.only) : query.where('id', '<=', which.upTo)).execute()
  })
}
