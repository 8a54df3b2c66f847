import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, type PersonActor, personOf } from '@opensti/kernel'
import { settleShares } from './tell-of-shares.ts'

/**
 * The receiver says that it has its share. Once, and only of the decomposition in force.
 *
 * @throws `not_found` (404); `share_replaced` (409); `share_confirmed` (409).
 */
export async function confirmShare(db: Database, actor: Actor, id: string, requestId: string): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'assessment.confirm-share', async (tx) => {
    const region = await putReceipt(tx, person, id, await databaseNow(tx))
    await settleShares(tx, [id])
    await recordAudit(tx, {
      actor,
      action: 'assessment.confirm-share',
      region,
      object: { kind: 'share', id },
      requestId,
    })
  })
}

/** The receipt itself, at a moment. Answers with the region that shared out. */
export async function putReceipt(tx: Transaction, person: PersonActor, id: string, at: Date): Promise<string> {
  const share = await tx
    .selectFrom('assessment.share as s')
    .innerJoin('assessment.decomposition as d', 'd.id', 's.decomposition_id')
    .select(['s.confirmed_at', 'd.state', 'd.region_id'])
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!share) throw notFound()
  if (share.state !== 'issued') throw shareReplaced()
  if (share.confirmed_at !== null) throw shareConfirmed()
  await tx
    .updateTable('assessment.share')
    .set({ confirmed_by: person.personId, confirmed_at: at })
    .where('id', '=', id)
    .execute()
  return share.region_id
}

export function shareReplaced() {
  return conflict(
    'share_replaced',
    { zh: '这份分解方案已被新的替代。', en: 'This decomposition has been replaced.' },
    { remedy: { zh: '请刷新，确认新的分解数。', en: 'Reload and confirm the new share.' } },
  )
}

export function shareConfirmed() {
  return conflict('share_confirmed', { zh: '已经有人确认收到。', en: 'Someone has confirmed it already.' })
}
