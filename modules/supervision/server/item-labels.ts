import { regionWorkdays } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'

/** An item in a few words, for modules that point to it. Nothing for one of another region. */
export async function findItemLabel(db: Reader, regionId: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('supervision.item')
    .select(['year', 'number', 'title'])
    .where('id', '=', id)
    .where('region_id', '=', regionId)
    .executeTakeFirst()
  return row && `〔${row.year}〕${row.number}号 ${row.title}`
}

export interface OverdueItem {
  id: string
  title: string
  leadUnit: string
  dueDay: string
}

/** Items that should have been ended by today and have not, the oldest first. */
export async function overdueItems(db: Reader, regionId: string): Promise<OverdueItem[]> {
  const today = (await regionWorkdays(db, regionId)).dayOf(await databaseNow(db))
  const rows = await db
    .selectFrom('supervision.item')
    .select(['id', 'title', 'lead_unit', 'due_day'])
    .where('region_id', '=', regionId)
    .where('state', 'in', ['assigned', 'ending'])
    .where('due_day', '<', today)
    .orderBy('due_day')
    .limit(200)
    .execute()
  return rows.map((row) => ({ id: row.id, title: row.title, leadUnit: row.lead_unit, dueDay: row.due_day }))
}
