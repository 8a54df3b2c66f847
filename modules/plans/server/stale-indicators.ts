import type { Reader } from '@opensti/db'
import type { Bilingual, Day, Period } from '@opensti/kernel'
import { sql } from 'kysely'
import { isStale, staleAfter } from '../domain/progress/staleness.ts'
import { nameOf } from './views/rows.ts'

/** An indicator of a running plan whose latest figure is older than its frequency allows. */
export interface StaleIndicator {
  code: string
  name: Bilingual
  frequency: string
  latestPeriod: Period
  /** The day after which it was too old. */
  staleAfter: Day
}

/**
 * What a region should have newer figures of: indicators of its published plans that run today, where the latest approved or
 * published figure is too old. Indicators without any figure are named elsewhere, as such.
 */
export async function staleIndicators(db: Reader, regionId: string, today: Day): Promise<StaleIndicator[]> {
  const year = Number(today.slice(0, 4))
  const { rows } = await sql<{ code: string; names: unknown; frequency: string; latest: Period }>`
    select i.code, i.names, i.frequency, latest.period as latest
    from plans.indicator i
    cross join lateral (
      select v.period from plans.value v
      where v.region_id = ${regionId} and v.indicator_code = i.code and v.status in ('approved', 'published')
      order by plans.end_of_period(v.period) desc
      limit 1
    ) as latest
    where i.frequency <> 'irregular' and exists (
      select from plans.target t
      join plans.plan p on p.region_id = t.region_id and p.code = t.plan_code
      where t.region_id = ${regionId} and t.indicator_code = i.code and t.kind = 'target'
        and p.published_at is not null and p.start_year <= ${year} and p.end_year >= ${year}
    )
    order by i.code`.execute(db)
  return rows
    .filter((row) => isStale(row.frequency, row.latest, today))
    .map((row) => ({
      code: row.code,
      name: nameOf(row.names),
      frequency: row.frequency,
      latestPeriod: row.latest,
      staleAfter: staleAfter(row.frequency, row.latest) ?? today,
    }))
}
