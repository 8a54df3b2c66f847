import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import type { Database } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import { loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'
import type { CreateCycle } from '../contract.ts'
import { createCycle } from '../server/create-cycle.ts'
import { openPeriod } from '../server/open-period.ts'

const regions = join(import.meta.dirname, '..', '..', '..', 'regions')

export const science = 'lakeside/lakeside-science'
export const finance = 'lakeside/lakeside-finance'

/** A quarterly cycle of the invented city: two figures of the science bureau, one of which finance countersigns. */
export const quarterly: CreateCycle = {
  code: 'quarterly',
  names: { zh: '科技创新季报', en: 'Quarterly return on innovation' },
  frequency: 'quarterly',
  leadUnit: science,
  dueWorkday: 5,
  firstPeriod: '2026-Q1',
  lines: [
    line('high-tech-enterprises', science, []),
    line('fiscal-science-share', science, [finance]),
    line('gdp', finance, []),
  ],
}

function line(indicatorId: string, unitId: string, countersigners: string[]): CreateCycle['lines'][number] {
  return { indicatorId, unitId, nature: 'working', figureKind: 'flash', countersigners }
}

export interface Round {
  planner: Actor
  /** The returns of the third quarter of 2026, by unit. */
  returns: Record<string, string>
}

/** The city with its people, the cycle above, and one period opened. */
export async function openRound(db: Database): Promise<Round> {
  await loadRegions(
    db,
    readRegions(regions).map((reading) => reading.content),
  )
  await loadLakeside(db)
  const planner = await actor(db, 'chen.mei')
  await createCycle(db, planner, 'lakeside', quarterly, 'test')
  await openPeriod(db, planner, { regionId: 'lakeside', cycle: 'quarterly' }, '2026-Q3', 'test')
  const rows = await db.selectFrom('reporting.request').select(['id', 'unit_id']).execute()
  return { planner, returns: Object.fromEntries(rows.map((row) => [row.unit_id, row.id])) }
}
