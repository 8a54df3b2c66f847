import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, personOf } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import { decompositionLife } from '../domain/decomposition-life.ts'
import { type DecompositionRow, getDecomposition, refuseOvertaken, sharesOf } from './store.ts'

interface Change {
  version: number
  reason: string
  document: string
}

/**
 * Begins a new version of a decomposition in force, with its shares, a reason and the paper that asks for the change.
 *
 * @throws `moved_meanwhile` (409); `wrong_state` (409) when it is not in force; `change_open` (409) when one is drafted.
 */
export async function changeDecomposition(
  db: Database,
  actor: Actor,
  id: string,
  change: Change,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'assessment.change-decomposition', async (tx) => {
    const row = await getDecomposition(tx, id)
    refuseOvertaken(row, change.version)
    const made = await addVersion(tx, person.personId, row, change)
    await recordAudit(tx, {
      actor,
      action: 'assessment.change-decomposition',
      region: row.region_id,
      object: { kind: 'decomposition', id: made.id },
      requestId,
      detail: { replaces: id, document: change.document },
    })
    return made
  })
}

/** The new draft itself. */
export async function addVersion(
  tx: Transaction,
  personId: string,
  row: DecompositionRow,
  { reason, document }: Omit<Change, 'version'>,
): Promise<{ id: string }> {
  stateAfter(decompositionLife, row.state, 'replace')
  const others = await tx
    .selectFrom('assessment.decomposition')
    .select(['state', 'number'])
    .where('target_id', '=', row.target_id)
    .execute()
  if (others.some(({ state }) => state === 'draft' || state === 'approved')) throw changeOpen()
  const made = await tx
    .insertInto('assessment.decomposition')
    .values({
      region_id: row.region_id,
      target_id: row.target_id,
      indicator_code: row.indicator_code,
      number: Math.max(...others.map(({ number }) => number)) + 1,
      year: row.year,
      whole: row.whole,
      unit: row.unit,
      rule: row.rule,
      direction: row.direction,
      change_reason: reason,
      change_document: document,
      made_by: personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const shares = await sharesOf(tx, row.id)
  await tx
    .insertInto('assessment.share')
    .values(
      shares.map(({ position, receiver_region, receiver_unit, amount, weight }) => ({
        decomposition_id: made.id,
        position,
        receiver_region,
        receiver_unit,
        amount,
        weight,
      })),
    )
    .execute()
  return made
}

function changeOpen() {
  return conflict(
    'change_open',
    { zh: '已有一稿调整方案在拟订。', en: 'A change is being drafted already.' },
    { remedy: { zh: '请在那一稿上继续修改，或先撤销它。', en: 'Go on with that one, or withdraw it first.' } },
  )
}
