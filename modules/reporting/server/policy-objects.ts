import type { Reader } from '@opensti/db'
import type { PolicyObject } from '@opensti/kernel'
import { countersignersLeft, type RequestRow } from './store.ts'

/** A return belongs to its unit and, while they are asked, to the units that countersign it. */
export async function requestObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const request: RequestRow | undefined = await db
    .selectFrom('reporting.request')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!request) return null
  const asked = request.state === 'countersigning' ? await countersignersLeft(db, request) : []
  return { regionId: request.region_id, unitIds: [request.unit_id, ...asked], state: request.state }
}

export async function unitObject(db: Reader, unitId: string): Promise<(PolicyObject & { regionId: string }) | null> {
  const unit = await db.selectFrom('accounts.unit').select(['id', 'region']).where('id', '=', unitId).executeTakeFirst()
  return unit ? { regionId: unit.region, unitIds: [unit.id] } : null
}

/** For reading: who has countersigned a return still sees what she put her name to, once it has left its unit. */
export async function readableReturn(db: Reader, id: string): Promise<PolicyObject | null> {
  const object = await requestObject(db, id)
  if (!object || !['countersigning', 'submitted', 'accepted', 'locked'].includes(object.state ?? '')) return object
  const rows = await db
    .selectFrom('reporting.move')
    .select('unit_id')
    .distinct()
    .where('request_id', '=', id)
    .where('from_state', '=', 'countersigning')
    .where('to_state', '<>', 'preparing')
    .execute()
  return { ...object, unitIds: [...(object.unitIds ?? []), ...rows.flatMap((row) => row.unit_id ?? [])] }
}

/** A delegation belongs to whoever gave it, in her unit. */
export async function delegationObject(db: Reader, unitId: string, id: string): Promise<PolicyObject | null> {
  const given = await db
    .selectFrom('reporting.delegation')
    .select(['region_id', 'from_person'])
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return given ? { regionId: given.region_id, unitIds: [unitId], personId: given.from_person } : null
}
