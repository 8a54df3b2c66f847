import { type Database, databaseNow, enqueue, recordAudit, transaction } from '@opensti/db'
import { settleValues } from '@opensti/plans'
import { sql } from 'kysely'
import { getRelease, makeMove } from './store.ts'

/**
 * Writes down what the clock has decided: releases whose moment has come are in effect, their figures can be searched for,
 * and they are on their way to other portals. Readers do not wait for this. Returns how many there were.
 */
export async function takeEffect(db: Database): Promise<number> {
  const due = await db
    .selectFrom('publication.release')
    .select('id')
    .where('state', '=', 'approved')
    .where('public_from', '<=', sql<Date>`clock_timestamp()`)
    .orderBy('public_from')
    .execute()
  for (const { id } of due) await settle(db, id)
  return due.length
}

async function settle(db: Database, id: string): Promise<void> {
  await transaction(db, 'publication.take-effect', async (tx) => {
    const { state } = await tx
      .selectFrom('publication.release')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (state !== 'approved') return
    const release = await getRelease(tx, id)
    await settleValues(tx, id)
    await makeMove(tx, release, {
      verb: 'take-effect',
      text: null,
      personId: null,
      at: release.public_from ?? (await databaseNow(tx)),
    })
    await enqueue(tx, { topic: 'publication.folder', payload: { release: id }, dedupeKey: id })
    await enqueue(tx, { topic: 'publication.notice', payload: { release: id }, dedupeKey: id })
    await recordAudit(tx, {
      actor: { kind: 'system', name: 'clock' },
      action: 'publication.take-effect',
      region: release.region_id,
      object: { kind: 'release', id },
    })
  })
}
