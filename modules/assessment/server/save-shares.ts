import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type ErrorDetail, personOf, unprocessable } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import type { SaveShares } from '../contract-decomposition.ts'
import { decompositionLife } from '../domain/decomposition-life.ts'
import { receiverKey, receiversOf } from './receivers.ts'
import { type DecompositionRow, getDecomposition, refuseOvertaken } from './store.ts'

/**
 * Keeps a draft's shares as they stand, gaps and all; whether they come to the whole is asked when it is approved.
 *
 * @throws `moved_meanwhile` (409); `wrong_state` (409); `shares_wrong` (422) naming each row.
 */
export async function saveShares(
  db: Database,
  actor: Actor,
  id: string,
  wanted: SaveShares,
  requestId: string,
): Promise<void> {
  personOf(actor)
  await transaction(db, 'assessment.save-shares', async (tx) => {
    const row = await getDecomposition(tx, id)
    refuseOvertaken(row, wanted.version)
    await putShares(tx, row, wanted)
    await recordAudit(tx, {
      actor,
      action: 'assessment.save-shares',
      region: row.region_id,
      object: { kind: 'decomposition', id },
      requestId,
      detail: { shares: wanted.shares.length },
    })
  })
}

/** The shares themselves, instead of those that were there. */
export async function putShares(
  tx: Transaction,
  row: DecompositionRow,
  { rule, shares }: Omit<SaveShares, 'version'>,
): Promise<void> {
  stateAfter(decompositionLife, row.state, 'approve')
  await refuseWrong(tx, row, shares)
  await tx.deleteFrom('assessment.share').where('decomposition_id', '=', row.id).execute()
  if (shares.length > 0) {
    await tx
      .insertInto('assessment.share')
      .values(
        shares.map((share, position) => ({
          decomposition_id: row.id,
          position,
          receiver_region: share.regionId,
          receiver_unit: share.unitId,
          amount: share.amount,
          weight: share.weight,
        })),
      )
      .execute()
  }
  await tx
    .updateTable('assessment.decomposition')
    .set({ rule, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
}

async function refuseWrong(tx: Transaction, row: DecompositionRow, shares: SaveShares['shares']): Promise<void> {
  const { lower, units, nameOf } = await receiversOf(tx, row.region_id)
  const known = new Set([...lower, ...units].map(receiverKey))
  const seen = new Set<string>()
  const details: ErrorDetail[] = shares.flatMap((share, at) => {
    const key = receiverKey(share)
    const place = { field: 'shares', row: at + 1 }
    const name = nameOf(share)
    const faults: ErrorDetail[] = []
    if (!known.has(key) || (share.unitId !== null && share.regionId !== row.region_id))
      faults.push({
        message: { zh: `${name.zh}不是下级地区或本地单位。`, en: `${name.en} is not below this region.` },
        place,
      })
    if (seen.has(key))
      faults.push({ message: { zh: `${name.zh}出现了两次。`, en: `${name.en} stands here twice.` }, place })
    if (share.weight !== null && Number(share.weight) === 0)
      faults.push({ message: { zh: `${name.zh}的权数是0。`, en: `The weight of ${name.en} is 0.` }, place })
    seen.add(key)
    return faults
  })
  if (details.length === 0) return
  throw unprocessable(
    'shares_wrong',
    {
      zh: `有${details.length}处需要改正，没有保存。`,
      en: `${details.length} things are wrong, so nothing was saved.`,
    },
    { details },
  )
}
