import { regionWorkdays } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import { staleIndicators } from '@opensti/plans'
import type { StaleIndicator } from '../../contract-reminders.ts'

/** What a planner's regions should have newer figures of, the oldest first. Asked anew each time, so it goes with the figure. */
export async function staleOnDesk(db: Reader, person: PersonActor): Promise<StaleIndicator[]> {
  const planned = person.grants.filter((grant) => grant.role === 'planner').map((grant) => grant.regionId)
  const now = await databaseNow(db)
  const found: StaleIndicator[] = []
  // Only where the region collects figures here: nobody is alarmed about a place whose figures come from elsewhere.
  const collecting = await db.selectFrom('reporting.cycle').select('region_id').distinct().execute()
  for (const regionId of new Set(planned)) {
    if (!collecting.some((row) => row.region_id === regionId)) continue
    const today = (await regionWorkdays(db, regionId)).dayOf(now)
    for (const { code, name, latestPeriod, staleAfter } of await staleIndicators(db, regionId, today))
      found.push({ indicatorId: code, name, regionId, latestPeriod, staleAfter })
  }
  return found.sort((a, b) => (a.staleAfter < b.staleAfter ? -1 : 1))
}
