import { actorNames } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { CallView, ReminderView } from '../../contract-reminders.ts'

const nobody = { zh: '', en: '' }

/** Reminders of these returns, the latest first, by return. */
export async function remindersOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ReminderView[]>> {
  if (ids.length === 0) return new Map()
  const reminders = await db
    .selectFrom('reporting.reminder')
    .selectAll()
    .where('request_id', 'in', [...ids])
    .orderBy('at', 'desc')
    .execute()
  if (reminders.length === 0) return new Map()
  const told = await db
    .selectFrom('reporting.reminder_told')
    .selectAll()
    .where(
      'reminder_id',
      'in',
      reminders.map(({ id }) => id),
    )
    .orderBy('told_as')
    .execute()
  const names = await actorNames(db, [
    ...told.map((row) => row.person_id),
    ...reminders.flatMap((row) => row.by_person ?? []),
  ])
  const heard = Map.groupBy(told, (row) => row.reminder_id)
  const byReturn = Map.groupBy(reminders, (row) => row.request_id)
  return new Map(
    [...byReturn].map(([id, rows]) => [
      id,
      rows.map((row) => ({
        at: row.at.toISOString(),
        kind: row.kind,
        days: row.days,
        by: row.by_person === null ? null : (names.get(row.by_person) ?? nobody),
        note: row.note,
        told: (heard.get(row.id) ?? []).map((one) => ({ name: names.get(one.person_id) ?? nobody, as: one.told_as })),
      })),
    ]),
  )
}

/** Calls about these returns, the latest first, by return. */
export async function callsOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, CallView[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('reporting.call')
    .selectAll()
    .where('request_id', 'in', [...ids])
    .orderBy('at', 'desc')
    .execute()
  const names = await actorNames(
    db,
    rows.map((row) => row.person_id),
  )
  const byReturn = Map.groupBy(rows, (row) => row.request_id)
  return new Map(
    [...byReturn].map(([id, calls]) => [
      id,
      calls.map((row) => ({
        at: row.at.toISOString(),
        by: names.get(row.person_id) ?? nobody,
        reached: row.reached,
        note: row.note,
      })),
    ]),
  )
}
