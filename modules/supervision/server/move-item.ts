import { regionWorkdays } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import { type ItemState, type ItemVerb, itemLife, sideOf } from '../domain/item-life.ts'
import { settleClimb } from './climb-key.ts'
import { getItem, type ItemRow, refuseOvertaken, requireOwner } from './store.ts'
import { tellMove } from './tell-of-item.ts'

interface Deed {
  verb: ItemVerb
  version: number
  text: string | null
  /** Steps that are done with this, by their position. */
  stepsDone?: readonly number[]
}

/**
 * Moves an item along: assigned, reported on, proposed for closing, closed, sent back, reopened or withdrawn.
 *
 * @throws `moved_meanwhile` (409); `wrong_state` (409); `reason_missing` (422); `evidence_missing` (422) when closing is
 *   proposed without a file; `forbidden` (403) when a cooperating unit does what is its owner's.
 */
export async function moveItem(db: Database, actor: Actor, id: string, deed: Deed, requestId: string): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'supervision.move-item', async (tx) => {
    const item = await getItem(tx, id)
    refuseOvertaken(item, deed.version)
    const state = await makeMove(tx, person, item, deed, await databaseNow(tx))
    await tellMove(tx, item, deed.verb)
    await recordAudit(tx, {
      actor,
      action: 'supervision.move-item',
      region: item.region_id,
      object: { kind: 'item', id },
      requestId,
      detail: { verb: deed.verb, from: item.state, to: state },
    })
  })
}

/** The move itself, at a moment; notes what was said and which steps are done. Answers with the new state. */
export async function makeMove(
  tx: Transaction,
  person: PersonActor,
  item: ItemRow,
  deed: Omit<Deed, 'version'>,
  at: Date,
): Promise<ItemState> {
  if (sideOf[deed.verb] === 'owner') requireOwner(person, item)
  const state = stateAfter(itemLife, item.state, deed.verb, deed.text)
  if (state === 'ending') await requireEvidence(tx, item.id)
  await tx
    .updateTable('supervision.item')
    .set({ state, version: item.version + 1, ended_at: state === 'ended' ? at : null })
    .where('id', '=', item.id)
    .execute()
  if (state === 'ended' || state === 'withdrawn') await settleClimb(tx, item)
  if (deed.stepsDone && deed.stepsDone.length > 0) {
    const today = (await regionWorkdays(tx, item.region_id)).dayOf(at)
    await tx
      .updateTable('supervision.step')
      .set({ done_on: today })
      .where('item_id', '=', item.id)
      .where('position', 'in', [...deed.stepsDone])
      .where('done_on', 'is', null)
      .execute()
  }
  await tx
    .insertInto('supervision.entry')
    .values({
      item_id: item.id,
      number: item.version,
      verb: deed.verb,
      from_state: item.state,
      to_state: state,
      text: deed.text,
      person_id: person.personId,
      at,
    })
    .execute()
  return state
}

async function requireEvidence(tx: Transaction, id: string): Promise<void> {
  const evidence = await tx.selectFrom('supervision.evidence').select('id').where('item_id', '=', id).executeTakeFirst()
  if (!evidence) throw evidenceMissing()
}

function evidenceMissing() {
  return unprocessable(
    'evidence_missing',
    { zh: '申请销号要先附上办结材料。', en: 'Closing needs evidence.' },
    { remedy: { zh: '请上传文件、照片或扫描件后再申请。', en: 'Add a file, a picture or a scan first.' } },
  )
}
