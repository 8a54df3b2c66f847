import type { Reader } from '@opensti/db'
import type { PolicyObject } from '@opensti/kernel'
import { findRelease } from './store.ts'

/** A release belongs to its region and to the unit in whose name it is made; its state is that of the clock. */
export async function releaseObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const release = await findRelease(db, id)
  if (!release) return null
  return {
    regionId: release.region_id,
    unitIds: release.unit_id === null ? [] : [release.unit_id],
    state: release.state,
  }
}
