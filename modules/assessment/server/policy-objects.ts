import type { Reader } from '@opensti/db'
import type { PolicyObject } from '@opensti/kernel'

/** A decomposition belongs to its region; once issued, its receivers see it. */
export async function decompositionObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const row = await db
    .selectFrom('assessment.decomposition')
    .select(['region_id', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const shares = await db
    .selectFrom('assessment.share')
    .select('receiver_unit')
    .where('decomposition_id', '=', id)
    .where('receiver_unit', 'is not', null)
    .execute()
  return { regionId: row.region_id, unitIds: shares.map((share) => share.receiver_unit ?? ''), state: row.state }
}

/** A share stands where its receiver stands, and can be confirmed once it is issued. */
export async function shareObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const row = await db
    .selectFrom('assessment.share as s')
    .innerJoin('assessment.decomposition as d', 'd.id', 's.decomposition_id')
    .select(['s.receiver_region', 's.receiver_unit', 'd.state'])
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const receiver = row.receiver_unit === null ? 'to-region' : 'to-unit'
  return {
    regionId: row.receiver_region,
    unitIds: row.receiver_unit === null ? [] : [row.receiver_unit],
    state: ['issued', 'replaced'].includes(row.state) ? receiver : row.state,
  }
}

/** Nobody can ask for the ranking of a draft. */
export async function rankingObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const object = await exerciseObject(db, id)
  return object?.state === 'draft' ? null : object
}

export async function exerciseObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const row = await db
    .selectFrom('assessment.exercise')
    .select(['region_id', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { regionId: row.region_id, state: row.state } : null
}

/** The sheet of one unit; null when it is not assessed. `unit` is the unit's code alone. */
export async function sheetObject(db: Reader, id: string, unit: string): Promise<PolicyObject | null> {
  const row = await db
    .selectFrom('assessment.exercise as e')
    .innerJoin('assessment.assessed_unit as u', 'u.exercise_id', 'e.id')
    .select(['e.region_id', 'e.state', 'u.unit_id'])
    .where('e.id', '=', id)
    .execute()
  const own = row.find((one) => one.unit_id === `${one.region_id}/${unit}`)
  return own ? { regionId: own.region_id, unitIds: [own.unit_id], state: own.state } : null
}

export async function appealObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const row = await db
    .selectFrom('assessment.appeal as a')
    .innerJoin('assessment.exercise as e', 'e.id', 'a.exercise_id')
    .select(['e.region_id', 'a.unit_id', 'a.state'])
    .where('a.id', '=', id)
    .executeTakeFirst()
  return row ? { regionId: row.region_id, unitIds: [row.unit_id], state: row.state } : null
}
