import { type UnitDirectory, unitDirectory } from '@opensti/accounts'
import { json, type Transaction } from '@opensti/db'
import type { Period } from '@opensti/kernel'
import { sql } from 'kysely'

/** A figure that a unit has signed and the lead bureau has fixed. */
export interface RecordedValue {
  /** Stable and unique, such as the request and cell it comes from. */
  id: string
  regionId: string
  indicatorCode: string
  period: Period
  nature: 'working' | 'statistical'
  figureKind: 'estimate' | 'flash' | 'annual' | 'revised'
  /** Decimal text. */
  value: string
  unit: string
  /** The unit that reported it, the day it was due and the day it came. */
  reportedBy: string
  due: string
  reportedOn: string
  /** When it was fixed, as text that sorts; a later one of the same period and nature is a revision, and both stay. */
  vintage: string
  /** Why it revises an earlier figure. */
  reason: string | null
}

/** Puts fixed figures into the ledger as part of the caller's write. Only the region's staff see them until they are published. */
export async function recordValues(tx: Transaction, values: readonly RecordedValue[]): Promise<void> {
  const units = await unitDirectory(tx)
  for (let start = 0; start < values.length; start += batch) {
    await tx
      .insertInto('plans.value')
      .values(values.slice(start, start + batch).map((value) => rowOf(value, units)))
      .execute()
  }
  const regions = [...new Set(values.map(({ regionId }) => regionId))]
  if (regions.length === 0) return
  await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', 'in', regions).execute()
}

/** A statement carries 65,535 parameters at most. */
const batch = 1000

function rowOf(value: RecordedValue, units: UnitDirectory) {
  const reporter = units.find(value.reportedBy)?.name ?? { zh: value.reportedBy, en: value.reportedBy }
  return {
    id: value.id,
    region_id: value.regionId,
    indicator_code: value.indicatorCode,
    period: value.period,
    value: value.value,
    unit: value.unit,
    comparator: 'eq',
    estimate: value.figureKind === 'estimate',
    nature: value.nature,
    figure_kind: value.figureKind,
    vintage: value.vintage,
    status: 'approved' as const,
    reported_by: value.reportedBy,
    due: value.due,
    reported_on: value.reportedOn,
    reason: value.reason === null ? null : json({ zh: value.reason, en: value.reason }),
    cite: json({ verified: 'reported', reporter }),
    origin: 'reporting' as const,
  }
}
