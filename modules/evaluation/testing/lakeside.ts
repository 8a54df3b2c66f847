import { join } from 'node:path'
import { loadLakeside as loadPeople } from '@opensti/accounts/testing'
import type { Database } from '@opensti/db'
import { loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'

const regions = join(import.meta.dirname, '..', '..', '..', 'regions')

/** The invented city with its people and its plans. */
export async function loadLakeside(db: Database): Promise<void> {
  await loadRegions(
    db,
    readRegions(regions).map((reading) => reading.content),
  )
  await loadPeople(db)
}
