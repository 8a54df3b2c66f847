import type { Reader } from '@opensti/db'
import type { PolicyObject } from '@opensti/kernel'

/** An item is seen by its owner and by the units that cooperate; what they may do differs by the move. */
export async function itemObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const item = await db
    .selectFrom('supervision.item')
    .select(['region_id', 'lead_unit', 'coop_units', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!item) return null
  return { regionId: item.region_id, unitIds: [item.lead_unit, ...item.coop_units], state: item.state }
}
