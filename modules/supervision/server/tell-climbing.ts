import { holdersForUnit, holdersInRegion, notify, regionWorkdays, unitDirectory, unitMembers } from '@opensti/accounts'
import { type Database, databaseNow, type Reader, type Transaction, transaction } from '@opensti/db'
import type { Workdays } from '@opensti/kernel'
import { sql } from 'kysely'
import { rungsToTell, standingOf } from '../domain/climb.ts'
import { climbNotices, type ToldRung } from '../domain/notice-kinds.ts'
import { climbKey } from './climb-key.ts'
import { getItem, type ItemRow } from './store.ts'
import { titleOf } from './tell-of-item.ts'

/**
 * Tells the right leader of every overdue item that has climbed: once for each item, due day and rung, however often it is
 * asked. Returns how many times somebody was told.
 */
export async function tellClimbing(db: Database): Promise<number> {
  const days = new Map<string, Workdays>()
  const now = await databaseNow(db)
  let told = 0
  for (const item of await overdueUntold(db, now)) {
    const calendar = days.get(item.region_id) ?? (await regionWorkdays(db, item.region_id))
    days.set(item.region_id, calendar)
    const today = calendar.dayOf(now)
    const standing = standingOf({ state: item.state, dueDay: item.due_day }, today, calendar)
    for (const rung of rungsToTell(item.state, standing))
      if (!item.told.includes(rung) && (await tellOnce(db, item, rung, -standing.workdaysLeft))) told += 1
  }
  return told
}

type Overdue = ItemRow & { told: string[] }

/** Items whose day is past in any time zone, with the rungs that have heard of that day. The highest rung ends the story. */
async function overdueUntold(db: Reader, now: Date): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    select i.*, array(select rung from supervision.climb where item_id = i.id and due_day = i.due_day) as told
    from supervision.item i
    where i.state in ('assigned', 'ending') and i.due_day <= ${now.toISOString().slice(0, 10)}
    and not exists (select from supervision.climb c where c.item_id = i.id and c.due_day = i.due_day and c.rung = 'head')
    order by i.due_day
    limit 1000`.execute(db)
  return rows
}

/** Nothing is told of an item that has moved on meanwhile. */
function tellOnce(db: Database, item: ItemRow, rung: ToldRung, days: number): Promise<boolean> {
  return transaction(db, 'supervision.tell-climbing', async (tx) => {
    const now = await getItem(tx, item.id)
    if (now.state !== item.state || now.due_day !== item.due_day) return false
    const added = await tx
      .insertInto('supervision.climb')
      .values({ item_id: item.id, due_day: item.due_day, rung })
      .onConflict((clash) => clash.doNothing())
      .returning('rung')
      .executeTakeFirst()
    if (!added) return false
    const unit = (await unitDirectory(tx)).find(item.lead_unit)?.name ?? { zh: item.lead_unit, en: item.lead_unit }
    await notify(tx, {
      to: await hearersOf(tx, item, rung),
      kind: climbNotices[rung].kind,
      params: { item: titleOf(item), unit, due: { day: item.due_day }, days },
      link: `/supervision/items/${item.id}`,
      key: climbKey(item, rung),
    })
    return true
  })
}

/**
 * The leaders of the unit, supervision, or the head in charge of that unit; where nobody is the head, supervision, which reports
 * upwards.
 */
async function hearersOf(tx: Transaction, item: ItemRow, rung: ToldRung): Promise<string[]> {
  if (rung === 'unit-leader') {
    const members = (await unitMembers(tx, [item.lead_unit])).get(item.lead_unit) ?? []
    return members.filter((one) => one.roles.includes('unit-leader')).map((one) => one.personId)
  }
  const holders = await holdersForUnit(tx, item.lead_unit, rung)
  return holders.length > 0 ? holders : holdersInRegion(tx, item.region_id, 'supervisor')
}
