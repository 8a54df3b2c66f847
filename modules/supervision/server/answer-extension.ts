import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import { settleClimb } from './climb-key.ts'
import { getItem, type ItemRow, requireUnderWay } from './store.ts'
import { tellTime } from './tell-of-item.ts'

interface Answer {
  number: number
  answer: 'granted' | 'refused'
  reason: string | null
}

/**
 * Supervision grants more time, and the due day moves, or refuses with a reason. The day first set stays on record.
 *
 * @throws `not_found` (404); `extension_answered`, `wrong_state` (409); `reason_missing` (422).
 */
export async function answerExtension(
  db: Database,
  actor: Actor,
  id: string,
  { number, answer, reason }: Answer,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'supervision.answer-extension', async (tx) => {
    const item = await getItem(tx, id)
    await putAnswer(tx, person, item, { number, answer, reason }, await databaseNow(tx))
    await tellTime(tx, await getItem(tx, id), { number, answer })
    await recordAudit(tx, {
      actor,
      action: 'supervision.answer-extension',
      region: item.region_id,
      object: { kind: 'item', id },
      requestId,
      detail: { number, answer },
    })
  })
}

/** The answer itself, at a moment; granting moves the due day. */
export async function putAnswer(
  tx: Transaction,
  person: PersonActor,
  item: ItemRow,
  { number, answer, reason }: Answer,
  at: Date,
): Promise<void> {
  const asked = await tx
    .selectFrom('supervision.extension')
    .select(['answer', 'until_day', 'asked_by'])
    .where('item_id', '=', item.id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!asked) throw notFound()
  if (asked.answer !== null) throw answered()
  requireUnderWay(item)
  if (answer === 'refused' && !reason) throw reasonMissing()
  if (asked.asked_by === person.personId) throw ownRequest()
  await tx
    .updateTable('supervision.extension')
    .set({ answer, answered_by: person.personId, answered_at: at, answer_reason: reason })
    .where('item_id', '=', item.id)
    .where('number', '=', number)
    .execute()
  if (answer === 'refused') return
  await settleClimb(tx, item)
  await tx
    .updateTable('supervision.item')
    .set({ due_day: asked.until_day, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  await tx
    .insertInto('supervision.entry')
    .values({
      item_id: item.id,
      number: item.version,
      verb: 'extend',
      from_state: item.state,
      to_state: item.state,
      text: asked.until_day,
      person_id: person.personId,
      at,
    })
    .execute()
}

function answered() {
  return conflict('extension_answered', {
    zh: '这份延期申请已经有人答复。',
    en: 'Someone has answered this request already.',
  })
}

function ownRequest() {
  return unprocessable('own_request', {
    zh: '自己提出的延期申请要由别人答复。',
    en: 'Someone else must answer a request of your own.',
  })
}

function reasonMissing() {
  return unprocessable('reason_missing', {
    zh: '不同意延期要写明原因。',
    en: 'Refusing more time needs a reason.',
  })
}
