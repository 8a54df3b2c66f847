import type { Reader } from '@opensti/db'
import { type WorkCalendar, type Workdays, workdays } from '@opensti/kernel'
import { sql } from 'kysely'

/**
 * New Year's Day, Labour Day and National Day as the law fixes them by date. The others move with the moon and the sun, and
 * what is worked in exchange is announced each year.
 */
const fixedHolidays = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/** The working days of a region: its own calendar, or the nearest one above it. */
export async function regionWorkdays(db: Reader, regionId: string): Promise<Workdays> {
  const { rows } = await sql<{ calendar: WorkCalendar }>`
    with recursive chain as (
      select id, parent, calendar, 0 as height from accounts.region where id = ${regionId}
      union all
      select r.id, r.parent, r.calendar, c.height + 1 from accounts.region r join chain c on r.id = c.parent
    )
    select calendar from chain where calendar is not null order by height limit 1`.execute(db)
  const calendar = rows[0]?.calendar
  if (!calendar) throw new Error(`No calendar for region ${regionId} or any region above it`)
  return workdays({ ...calendar, fixedHolidays })
}
