import { regionWorkdays, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import type { Day, Workdays } from '@opensti/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { ItemSummary } from '../../contract.ts'
import { standingOf } from '../../domain/climb.ts'
import type { ItemRow } from '../store.ts'

/** An item as the database has it, with what lists count. */
export interface CountedItem extends ItemRow {
  steps: number
  steps_done: number
  papers: number
  asks: boolean
}

/** Items for which `where` holds (the item is `i`), the most urgent first, the latest closed after them. */
export async function readItems(
  db: Reader,
  where: RawBuilder<unknown>,
  { from, limit }: { from: number; limit: number } = { from: 0, limit: 1 },
): Promise<CountedItem[]> {
  const { rows } = await sql<CountedItem>`
    with page as (
      select i.*, i.state in ('ended', 'withdrawn') as closed from supervision.item i where ${where}
      order by closed, case when not i.state in ('ended', 'withdrawn') then i.due_day end, i.ended_at desc nulls last, i.year, i.number
      limit ${limit} offset ${from}
    )
    select i.*, s.steps, s.steps_done,
      (select count(*)::int from supervision.evidence where item_id = i.id) as papers,
      exists (select from supervision.extension where item_id = i.id and answer is null and i.state = 'assigned') as asks
    from page i
    cross join lateral (
      select count(*)::int as steps, count(done_on)::int as steps_done from supervision.step where item_id = i.id
    ) as s
    order by i.closed, case when not i.closed then i.due_day end, i.ended_at desc nulls last, i.year, i.number`.execute(
    db,
  )
  return rows
}

/** The day it is in a region, and how its working days are counted. */
export async function todayIn(db: Reader, regionId: string): Promise<{ days: Workdays; today: Day }> {
  const days = await regionWorkdays(db, regionId)
  return { days, today: days.dayOf(await databaseNow(db)) }
}

/** Items as lists show them, in their order, as they stand today. */
export async function summarise(
  db: Reader,
  { days, today }: { days: Workdays; today: Day },
  rows: readonly CountedItem[],
): Promise<ItemSummary[]> {
  const units = await unitDirectory(db)
  const unit = (id: string) => ({ id, name: units.find(id)?.name ?? { zh: id, en: id } })
  return rows.map((row) => ({
    id: row.id,
    number: `〔${row.year}〕${row.number}号`,
    title: row.title,
    sourceKind: row.source_kind,
    sourceName: row.source_name,
    leadUnit: unit(row.lead_unit),
    coopUnits: row.coop_units.map(unit),
    dueDay: row.due_day,
    firstDue: row.first_due,
    state: row.state,
    ...standingOf({ state: row.state, dueDay: row.due_day }, today, days),
    stepsDone: row.steps_done,
    steps: row.steps,
    papers: row.papers,
    extensionOpen: row.asks,
  }))
}
