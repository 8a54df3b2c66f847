import { databaseNow, type Reader } from '@opensti/db'
import type { Period } from '@opensti/kernel'
import { sql } from 'kysely'
import type { RequestSummary as OverdueReturn } from '../contract.ts'

export type { OverdueReturn }

import { requestSummaries } from './views/summaries.ts'

const most = 500

/** Returns of a region that are due and have not reached the lead bureau, the oldest first. */
export async function overdueReturns(db: Reader, regionId: string): Promise<OverdueReturn[]> {
  const now = await databaseNow(db)
  const open = await requestSummaries(db, {
    regionId,
    states: ['preparing', 'checking', 'signing', 'countersigning'],
    limit: most,
  })
  return open.filter((one) => one.late && new Date(one.dueAt) < now)
}

/** The return in which the newest figure of an indicator was handed in, and what the unit said about it there. */
export interface FigureReturn {
  returnId: string
  unitId: string
  period: Period
  note: string | null
}

/** For each of these indicators the newest return with a figure that the lead bureau has, by code. */
export async function newestReturns(
  db: Reader,
  regionId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, FigureReturn>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; id: string; unit_id: string; period: Period; note: string | null }>`
    select distinct on (e.indicator_code) e.indicator_code as code, r.id, r.unit_id, r.period, e.note
    from reporting.entry e join reporting.request r on r.id = e.request_id
    where r.region_id = ${regionId} and e.indicator_code = any (${[...codes]}) and e.value is not null
      and r.state in ('submitted', 'accepted', 'locked')
    order by e.indicator_code, r.due_at desc, r.number desc`.execute(db)
  return new Map(
    rows.map(({ code, id, unit_id, period, note }) => [code, { returnId: id, unitId: unit_id, period, note }]),
  )
}
