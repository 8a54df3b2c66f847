import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import { getItem, type ItemRow, requireOwner, requireUnderWay } from './store.ts'
import { tellAsked } from './tell-of-item.ts'

/**
 * The owner asks for more time. Until it is answered the day stays as it is.
 *
 * @throws `extension_open` (409) when one waits for its answer; `wrong_state` (409); `extension_wrong` (422) when the day is not later.
 */
export async function askExtension(
  db: Database,
  actor: Actor,
  id: string,
  { untilDay, reason }: { untilDay: string; reason: string },
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'supervision.ask-extension', async (tx) => {
    const item = await getItem(tx, id)
    const number = await putRequest(tx, person, item, { untilDay, reason }, await databaseNow(tx))
    await tellAsked(tx, item, { number, untilDay })
    await recordAudit(tx, {
      actor,
      action: 'supervision.ask-extension',
      region: item.region_id,
      object: { kind: 'item', id },
      requestId,
      detail: { number, untilDay },
    })
  })
}

/** The request itself, at a moment. Answers with its number. */
export async function putRequest(
  tx: Transaction,
  person: PersonActor,
  item: ItemRow,
  { untilDay, reason }: { untilDay: string; reason: string },
  at: Date,
): Promise<number> {
  requireOwner(person, item)
  requireUnderWay(item)
  if (untilDay <= item.due_day) throw notLater(item.due_day)
  const asked = await tx
    .selectFrom('supervision.extension')
    .select(['number', 'answer'])
    .where('item_id', '=', item.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (asked && asked.answer === null) throw extensionOpen()
  const number = (asked?.number ?? -1) + 1
  await tx
    .insertInto('supervision.extension')
    .values({ item_id: item.id, number, asked_by: person.personId, asked_at: at, until_day: untilDay, reason })
    .execute()
  return number
}

function extensionOpen() {
  return conflict(
    'extension_open',
    { zh: '已有一份延期申请在等答复。', en: 'An earlier request for more time waits for its answer.' },
    { remedy: { zh: '请等督查人员答复后再申请。', en: 'Wait for the answer before asking again.' } },
  )
}

function notLater(due: string) {
  return unprocessable(
    'extension_wrong',
    { zh: `延到的日期要晚于现在的办结日期${due}。`, en: `The new day must be later than ${due}.` },
    { details: [{ message: { zh: '日期不够晚。', en: 'Not later.' }, place: { field: 'untilDay' } }] },
  )
}
