import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type ErrorDetail, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import type { MoveDecomposition } from '../contract-decomposition.ts'
import { decompositionLife } from '../domain/decomposition-life.ts'
import { receiversOf } from './receivers.ts'
import { comesToWhole, standing } from './sharing-of.ts'
import { type DecompositionRow, getDecomposition, noteMove, refuseOvertaken, sharesOf } from './store.ts'
import { settleShares, tellShares } from './tell-of-shares.ts'

/**
 * Approves a decomposition by a paper, sends it back, issues it (which replaces the one in force), or withdraws it.
 *
 * @throws `moved_meanwhile` (409); `wrong_state` (409); `reason_missing` (422); `approval_wrong` (422) when the paper, or the
 *   reason for a difference, is not named.
 */
export async function moveDecomposition(
  db: Database,
  actor: Actor,
  id: string,
  deed: MoveDecomposition,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'assessment.move-decomposition', async (tx) => {
    const row = await getDecomposition(tx, id)
    refuseOvertaken(row, deed.version)
    const state = await carryDecomposition(tx, person, row, deed, await databaseNow(tx))
    if (deed.verb === 'issue') await tellShares(tx, await getDecomposition(tx, id))
    await recordAudit(tx, {
      actor,
      action: 'assessment.move-decomposition',
      region: row.region_id,
      object: { kind: 'decomposition', id },
      requestId,
      detail: { verb: deed.verb, from: row.state, to: state },
    })
  })
}

/** The move itself, at a moment. Answers with the new state. */
export async function carryDecomposition(
  tx: Transaction,
  person: PersonActor,
  row: DecompositionRow,
  deed: Omit<MoveDecomposition, 'version'>,
  at: Date,
): Promise<string> {
  const state = stateAfter(decompositionLife, row.state, deed.verb, deed.text)
  if (deed.verb === 'issue') await replaceOlder(tx, person, row, at)
  await tx
    .updateTable('assessment.decomposition')
    .set({
      state,
      version: row.version + 1,
      ...(deed.verb === 'approve' && (await approval(tx, row, deed, at))),
      ...(deed.verb === 'send-back' && { document: null, document_day: null, difference: null, approved_at: null }),
      ...(deed.verb === 'issue' && { issued_at: at }),
    })
    .where('id', '=', row.id)
    .execute()
  await noteMove(tx, {
    subject: 'decomposition',
    row,
    verb: deed.verb,
    to: state,
    text: deed.text ?? deed.document,
    personId: person.personId,
    at,
  })
  return state
}

async function approval(tx: Transaction, row: DecompositionRow, deed: Omit<MoveDecomposition, 'version'>, at: Date) {
  const shares = await sharesOf(tx, row.id)
  const sharing = standing(row, shares, await receiversOf(tx, row.region_id))
  const details: ErrorDetail[] = []
  const say = (field: string, zh: string, en: string) => details.push({ message: { zh, en }, place: { field } })
  if (!deed.document || !deed.documentDay)
    say('document', '请写明审定文件及其日期。', 'Name the approving paper and its day.')
  if (shares.length === 0) say('shares', '还没有一个地区或单位。', 'Nobody has a share yet.')
  if (!comesToWhole(row, sharing) && !deed.difference)
    say('difference', '各份合起来与总目标不一致，请说明原因。', 'The shares do not come to the whole; say why.')
  if (details.length > 0)
    throw unprocessable(
      'approval_wrong',
      {
        zh: `还差${details.length}处，没有审定。`,
        en: `${details.length} things are missing, so it was not approved.`,
      },
      { details },
    )
  return { document: deed.document, document_day: deed.documentDay, difference: deed.difference, approved_at: at }
}

/** One decomposition of a target is in force at a time; the old one stays to be read. */
async function replaceOlder(tx: Transaction, person: PersonActor, row: DecompositionRow, at: Date): Promise<void> {
  const older = await tx
    .selectFrom('assessment.decomposition')
    .selectAll()
    .where('target_id', '=', row.target_id)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  if (!older) return
  const state = stateAfter(decompositionLife, older.state, 'replace')
  await tx
    .updateTable('assessment.decomposition')
    .set({ state, version: older.version + 1 })
    .where('id', '=', older.id)
    .execute()
  const given = await sharesOf(tx, older.id)
  await settleShares(
    tx,
    given.map(({ id }) => id),
  )
  await noteMove(tx, {
    subject: 'decomposition',
    row: older,
    verb: 'replace',
    to: state,
    text: row.change_reason,
    personId: person.personId,
    at,
  })
}
