import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual, Period } from '@opensti/kernel'
import { sql } from 'kysely'
import type { CycleView } from '../contract.ts'

/** A period of a cycle of which something is locked. */
export interface LockedPeriod {
  cycle: { code: string; names: Bilingual }
  frequency: CycleView['frequency']
  leadUnit: { id: string; name: Bilingual }
  period: Period
  /** Ordinary returns of the period, and how many of them are locked. */
  returns: number
  locked: number
  /** When the last return or correction was locked. */
  lockedAt: Date
}

/** Periods of which something is locked, the latest first. For other modules. */
export async function lockedPeriods(db: Reader, regionId: string): Promise<LockedPeriod[]> {
  const { rows } = await sql<{
    code: string
    names: Bilingual
    frequency: LockedPeriod['frequency']
    lead_unit: string
    period: Period
    returns: number
    locked: number
    locked_at: Date
  }>`
    select c.code, c.names, c.frequency, c.lead_unit, r.period,
      (count(*) filter (where r.number = 0))::int as returns,
      (count(*) filter (where r.number = 0 and r.state = 'locked'))::int as locked,
      max(r.locked_at) as locked_at
    from reporting.request r
    join reporting.cycle c on c.region_id = r.region_id and c.code = r.cycle_code
    where r.region_id = ${regionId}
    group by c.code, c.names, c.frequency, c.lead_unit, r.period
    having max(r.locked_at) is not null
    order by r.period desc, c.code`.execute(db)
  const units = await unitDirectory(db)
  return rows.map((row) => ({
    cycle: { code: row.code, names: row.names },
    frequency: row.frequency,
    leadUnit: { id: row.lead_unit, name: units.find(row.lead_unit)?.name ?? { zh: row.lead_unit, en: row.lead_unit } },
    period: row.period,
    returns: row.returns,
    locked: row.locked,
    lockedAt: row.locked_at,
  }))
}

/**
 * The ledger's ids of what is fixed of a period: of each figure the last one locked, so that a correction stands for what
 * it corrects, and one that says there is no figure leaves none. In the order of the cycle. Figures that the ledger knew before are not among them.
 */
export async function lockedFigures(
  db: Reader,
  place: { regionId: string; cycle: string; period: Period },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select distinct on (r.unit_id, e.indicator_code, e.nature)
        r.region_id || '/return-' || r.id || '/' || e.indicator_code || '/' || e.nature as id,
        r.unit_id, e.position, e.value
      from reporting.request r
      join reporting.entry e on e.request_id = r.id
      where r.region_id = ${place.regionId} and r.cycle_code = ${place.cycle} and r.period = ${place.period}
        and r.state = 'locked'
      order by r.unit_id, e.indicator_code, e.nature, r.number desc
    ) as last
    where value is not null
    order by unit_id, position, id`.execute(db)
  return rows.map((row) => row.id)
}
