import { databaseNow, type Reader } from '@opensti/db'
import type { Period } from '@opensti/kernel'
import { sql } from 'kysely'
import type { RequestSummary as OverdueReturn } from '../contract.ts'

export type { OverdueReturn }

import { requestSummaries } from './views/summaries.ts'

/** Returns of a region that are due and have not reached the lead bureau, the oldest first. */
export async function overdueReturns(db: Reader, regionId: string): Promise<OverdueReturn[]> {
  const now = await databaseNow(db)
  const open = await requestSummaries(db, {
    regionId,
    states: ['preparing', 'checking', 'signing', 'countersigning'],
    limit: null,
  })
  return open.filter((one) => one.late && new Date(one.dueAt) < now)
}

/** The return in which a figure was handed in, and what the unit said about it there. */
export interface FigureReturn {
  returnId: string
  unitId: string
  note: string | null
}

/**
 * For each of these figures the return that brought it to the lead bureau, the latest where there are several, by the indicator's
 * code.
 */
export async function returnsOfFigures(
  db: Reader,
  regionId: string,
  figures: readonly { code: string; period: Period }[],
): Promise<ReadonlyMap<string, FigureReturn>> {
  if (figures.length === 0) return new Map()
  const { rows } = await sql<{ code: string; id: string; unit_id: string; note: string | null }>`
    select asked.code, found.*
    from unnest(${figures.map(({ code }) => code)}::text[], ${figures.map(({ period }) => period)}::text[]) as asked (code, period)
    cross join lateral (
      select r.id, r.unit_id, e.note from reporting.request r
      join reporting.entry e on e.request_id = r.id and e.indicator_code = asked.code
      where r.region_id = ${regionId} and r.period = asked.period and r.state in ('submitted', 'accepted', 'locked')
        and e.value is not null
      order by r.due_at desc, r.number desc limit 1
    ) as found`.execute(db)
  return new Map(rows.map(({ code, id, unit_id, note }) => [code, { returnId: id, unitId: unit_id, note }]))
}
