import { regionWorkdays, unitDirectory } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type ErrorDetail, personOf, unprocessable } from '@opensti/kernel'
import { findTaskRegion } from '@opensti/plans'
import type { CreateItem } from '../contract.ts'

/**
 * Takes up a matter, as a draft with the next number of the year. Typed once: whoever works on it finds it by its number.
 *
 * @throws `item_wrong` (422) naming each field: unknown units, a day that is past, a plan task that does not fit its source.
 */
export async function createItem(
  db: Database,
  actor: Actor,
  regionId: string,
  item: CreateItem,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'supervision.create-item', async (tx) => {
    const today = (await regionWorkdays(tx, regionId)).dayOf(await databaseNow(tx))
    await refuseWrong(tx, regionId, item, today)
    const made = await addItem(tx, person.personId, regionId, item, today)
    await recordAudit(tx, {
      actor,
      action: 'supervision.create-item',
      region: regionId,
      object: { kind: 'item', id: made.id },
      requestId,
      detail: { source: item.sourceKind, unit: item.leadUnit },
    })
    return made
  })
}

/** The item itself, as a draft registered on a day, with the next number of that day's year. */
export async function addItem(
  tx: Transaction,
  personId: string,
  regionId: string,
  item: CreateItem,
  today: string,
): Promise<{ id: string }> {
  const year = Number(today.slice(0, 4))
  const made = await tx
    .insertInto('supervision.item')
    .values({
      region_id: regionId,
      year,
      number: await nextNumber(tx, regionId, year),
      title: item.title,
      source_kind: item.sourceKind,
      source_name: item.sourceName,
      source_day: item.sourceDay,
      task_id: item.taskId,
      lead_unit: item.leadUnit,
      coop_units: item.coopUnits,
      due_day: item.dueDay,
      first_due: item.dueDay,
      made_by: personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (item.steps.length > 0) {
    await tx
      .insertInto('supervision.step')
      .values(
        item.steps.map((step, position) => ({
          item_id: made.id,
          position,
          title: step.title,
          due_day: step.dueDay,
        })),
      )
      .execute()
  }
  return made
}

/** Numbers have no gaps: two people who register at once are put in order by the serializable transaction. */
async function nextNumber(tx: Transaction, regionId: string, year: number): Promise<number> {
  const last = await tx
    .selectFrom('supervision.item')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('region_id', '=', regionId)
    .where('year', '=', year)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}

async function refuseWrong(tx: Transaction, regionId: string, item: CreateItem, today: string): Promise<void> {
  const units = await unitDirectory(tx)
  const details: ErrorDetail[] = []
  const say = (field: string, zh: string, en: string) => details.push({ message: { zh, en }, place: { field } })
  for (const [field, unit] of [
    ['leadUnit', item.leadUnit],
    ...item.coopUnits.map((unit) => ['coopUnits', unit]),
  ] as const)
    if (units.find(unit)?.regionId !== regionId)
      say(field, `没有这个单位：${unit}。`, `There is no such unit: ${unit}.`)
  if (item.coopUnits.includes(item.leadUnit))
    say('coopUnits', '承办单位不能同时协办。', 'The owner cannot cooperate with itself.')
  if (item.dueDay < today) say('dueDay', '办结日期已经过去。', 'The due day is past.')
  for (const step of item.steps)
    if (step.dueDay !== null && step.dueDay > item.dueDay)
      say('steps', `“${step.title}”的日期在办结日期之后。`, `“${step.title}” is due after the item itself.`)
  if ((item.sourceKind === 'plan-task') !== (item.taskId !== null))
    say('taskId', '来自规划任务的事项要指明任务，其他来源不指。', 'Items from a plan name its task; others do not.')
  else if (item.taskId !== null && (await findTaskRegion(tx, item.taskId)) !== regionId)
    say('taskId', `没有这项任务：${item.taskId}。`, `There is no such task: ${item.taskId}.`)
  if (details.length === 0) return
  throw unprocessable(
    'item_wrong',
    {
      zh: `有${details.length}处需要改正，没有登记。`,
      en: `${details.length} things are wrong, so nothing was registered.`,
    },
    { details },
  )
}
