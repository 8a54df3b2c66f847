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
  /** How many units were asked for this figure of the period; of several, each has reported its part. */
  unitsAsked: number
  due: string
  reportedOn: string
  /** When it was fixed, as text that sorts; a later one of the same period and nature is a revision, and both stay. */
  vintage: string
  /** Why it revises an earlier figure. */
  reason: string | null
  /** What the unit wrote beside it, for everybody who sees the figure. */
  note: string | null
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
  const unit = units.find(value.reportedBy)
  const reporter = unit?.name ?? { zh: value.reportedBy, en: value.reportedBy }
  // A department that is asked alone speaks for the whole region, a district for itself only.
  const isPart = value.unitsAsked > 1 || unit?.level === 'district'
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
    units_asked: isPart ? value.unitsAsked : null,
    due: value.due,
    reported_on: value.reportedOn,
    reason: value.reason === null ? null : json({ zh: value.reason, en: value.reason }),
    note: value.note === null ? null : json({ zh: value.note, en: value.note }),
    cite: json({ verified: 'reported', reporter }),
    origin: 'reporting' as const,
  }
}
