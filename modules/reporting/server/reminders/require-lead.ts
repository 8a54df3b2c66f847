import type { Reader } from '@opensti/db'
import { type Bilingual, forbidden, notFound, type PersonActor } from '@opensti/kernel'

export interface Place {
  regionId: string
  cycle: string
  period: string
}

export interface LedCycle {
  code: string
  names: Bilingual
  leadUnit: string
}

/**
 * The cycle, for a planner of the bureau that collates it: reminding, calling and the numbers of people are hers alone.
 *
 * @throws `not_found` (404) for an unknown cycle; `forbidden` (403) for planners of other units.
 */
export async function requireLeadOf(
  db: Reader,
  person: PersonActor,
  place: Pick<Place, 'regionId' | 'cycle'>,
): Promise<LedCycle> {
  const cycle = await db
    .selectFrom('reporting.cycle')
    .select(['code', 'names', 'lead_unit'])
    .where('region_id', '=', place.regionId)
    .where('code', '=', place.cycle)
    .executeTakeFirst()
  if (!cycle) throw notFound()
  const leads = person.grants.some(
    (grant) =>
      grant.role === 'planner' &&
      grant.regionId === place.regionId &&
      (grant.unitId === null || grant.unitId === cycle.lead_unit),
  )
  if (!leads) {
    throw forbidden({ zh: '由汇总单位的规划人员办理。', en: 'This is for the planners of the lead bureau.' })
  }
  return { code: cycle.code, names: cycle.names as Bilingual, leadUnit: cycle.lead_unit }
}
