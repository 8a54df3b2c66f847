import { regionWorkdays } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import type { Day } from '@opensti/kernel'
import { sql } from 'kysely'
import { type Standing, standingOf } from '../domain/climb.ts'
import type { ItemState } from '../domain/item-life.ts'

/** An item that is overdue, or whose owner waits for an answer. */
export interface PressingItem extends Standing {
  id: string
  number: string
  title: string
  leadUnit: string
  dueDay: Day
  taskId: string | null
  state: ItemState
  /** The first step that is not done. */
  nextStep: string | null
  /** What its owner said last. */
  said: string | null
  /** Why more time is asked for, until when, while nobody has answered. */
  asks: { reason: string; untilDay: Day } | null
}

/** The items of a region that somebody has to see to now, the oldest first. */
export async function pressingItems(db: Reader, regionId: string): Promise<PressingItem[]> {
  const days = await regionWorkdays(db, regionId)
  const today = days.dayOf(await databaseNow(db))
  const { rows } = await sql<{
    id: string
    year: number
    number: number
    title: string
    lead_unit: string
    due_day: Day
    task_id: string | null
    state: ItemState
    next_step: string | null
    said: string | null
    reason: string | null
    until_day: Day | null
  }>`
    select i.id, i.year, i.number, i.title, i.lead_unit, i.due_day, i.task_id, i.state, x.reason, x.until_day,
      (select title from supervision.step where item_id = i.id and done_on is null order by position limit 1) as next_step,
      (select text from supervision.entry where item_id = i.id and verb in ('report-progress', 'propose-end')
        order by number desc limit 1) as said
    from supervision.item i
    left join supervision.extension x on x.item_id = i.id and x.answer is null and i.state = 'assigned'
    where i.region_id = ${regionId} and i.state in ('assigned', 'ending')
      and (i.due_day < ${today} or x.item_id is not null)
    order by i.due_day, i.year, i.number`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    number: `〔${row.year}〕${row.number}号`,
    title: row.title,
    leadUnit: row.lead_unit,
    dueDay: row.due_day,
    taskId: row.task_id,
    state: row.state,
    nextStep: row.next_step,
    said: row.said,
    asks: row.reason === null || row.until_day === null ? null : { reason: row.reason, untilDay: row.until_day },
    ...standingOf({ state: row.state, dueDay: row.due_day }, today, days),
  }))
}
