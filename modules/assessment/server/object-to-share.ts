import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, type PersonActor, personOf } from '@opensti/kernel'
import { shareConfirmed, shareReplaced } from './confirm-share.ts'
import { tellObjected } from './tell-of-shares.ts'

/**
 * The receiver says why it cannot take its share on as it is. Whoever shares out hears of it and changes the decomposition, or
 * leaves it; the receiver may confirm all the same.
 *
 * @throws `not_found` (404); `share_replaced` (409); `share_confirmed` (409); `share_objected` (409).
 */
export async function objectToShare(
  db: Database,
  actor: Actor,
  id: string,
  { reason }: { reason: string },
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'assessment.object-to-share', async (tx) => {
    const region = await putObjection(tx, person, id, reason, await databaseNow(tx))
    await tellObjected(tx, id)
    await recordAudit(tx, {
      actor,
      action: 'assessment.object-to-share',
      region,
      object: { kind: 'share', id },
      requestId,
    })
  })
}

/** The objection itself, at a moment. Answers with the region that shared out. */
export async function putObjection(
  tx: Transaction,
  person: PersonActor,
  id: string,
  reason: string,
  at: Date,
): Promise<string> {
  const share = await tx
    .selectFrom('assessment.share as s')
    .innerJoin('assessment.decomposition as d', 'd.id', 's.decomposition_id')
    .select(['s.confirmed_at', 's.objected_at', 'd.state', 'd.region_id'])
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!share) throw notFound()
  if (share.state !== 'issued') throw shareReplaced()
  if (share.confirmed_at !== null) throw shareConfirmed()
  if (share.objected_at !== null)
    throw conflict(
      'share_objected',
      { zh: '已经提出过异议。', en: 'Someone has objected already.' },
      { remedy: { zh: '请刷新，看异议的内容。', en: 'Reload to read the objection.' } },
    )
  await tx
    .updateTable('assessment.share')
    .set({ objection: reason, objected_by: person.personId, objected_at: at })
    .where('id', '=', id)
    .execute()
  return share.region_id
}
