import { regionWorkdays } from '@opensti/accounts'
import { type Database, databaseNow, transaction } from '@opensti/db'
import { isOfficeTime, markOf, standingOf } from '../../domain/reminders.ts'
import { outstandingReturns } from './outstanding.ts'
import { getReminderPlan } from './reminder-plan.ts'
import { raiseStaleAlarms } from './stale-alarms.ts'
import { tellOfReturn } from './tell-of-return.ts'

/**
 * A duty that recurs: reminds of every return that has reached the next mark of its region's plan, and raises and clears
 * alarms about old figures. Running it often or twice at once tells nobody twice; outside office hours it waits.
 *
 * @returns how many returns were reminded of.
 */
export async function remindByPlan(db: Database, at?: Date): Promise<number> {
  const { rows: regions } = await regionsWithReturns(db)
  let reminded = 0
  for (const { id } of regions) {
    reminded += await transaction(db, 'reporting.remind-by-plan', async (tx) => {
      const now = at ?? (await databaseNow(tx))
      const days = await regionWorkdays(tx, id)
      await raiseStaleAlarms(tx, id, days.dayOf(now), isOfficeTime(now, days))
      return isOfficeTime(now, days) ? remindRegion(tx, id, days.dayOf(now), days) : 0
    })
  }
  return reminded
}

async function regionsWithReturns(db: Database) {
  const rows = await db
    .selectFrom('reporting.cycle')
    .select('region_id as id')
    .distinct()
    .orderBy('region_id')
    .execute()
  return { rows }
}

async function remindRegion(
  tx: Parameters<typeof tellOfReturn>[0],
  regionId: string,
  today: string,
  days: Parameters<typeof standingOf>[3],
): Promise<number> {
  const plan = await getReminderPlan(tx, regionId)
  let reminded = 0
  for (const one of await outstandingReturns(tx, { regionId }, today, days)) {
    const standing = standingOf(one.facts, plan, today, days)
    const mark = standing && markOf(plan, standing)
    if (!standing || mark === null) continue
    // Another due day or another return for completion is another occasion.
    const since = one.facts.completeBy || one.facts.returnedOn || one.facts.dueDay
    const key = `${standing.kind === 'returned' ? 'returned' : 'due'} ${since} ${mark}`
    if ((await tellOfReturn(tx, one, standing, { key, by: null, note: null })) !== null) reminded += 1
  }
  return reminded
}
