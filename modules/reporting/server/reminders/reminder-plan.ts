import { type Database, type Reader, recordAudit, transaction } from '@opensti/db'
import { type Actor, personOf } from '@opensti/kernel'
import { sql } from 'kysely'
import { type ReminderPlan, usualReminders } from '../../domain/reminders.ts'

/** When a region reminds: as its planners have said, or as usual. */
export async function getReminderPlan(db: Reader, regionId: string): Promise<ReminderPlan> {
  const row = await db
    .selectFrom('reporting.reminder_plan')
    .selectAll()
    .where('region_id', '=', regionId)
    .executeTakeFirst()
  if (!row) return usualReminders
  return {
    before: row.before_days,
    onDay: row.on_day,
    after: row.after_days,
    again: row.again_days,
    leaderFrom: row.leader_from,
  }
}

/** Sets on which working days a region reminds, from now on. */
export async function setReminderPlan(
  db: Database,
  actor: Actor,
  regionId: string,
  plan: ReminderPlan,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  const row = {
    before_days: inOrder(plan.before).reverse(),
    on_day: plan.onDay,
    after_days: inOrder(plan.after),
    again_days: plan.again,
    leader_from: plan.leaderFrom,
    changed_by: person.personId,
  }
  await transaction(db, 'reporting.set-reminder-plan', async (tx) => {
    await tx
      .insertInto('reporting.reminder_plan')
      .values({ region_id: regionId, ...row })
      .onConflict((clash) => clash.column('region_id').doUpdateSet({ ...row, changed_at: sql`clock_timestamp()` }))
      .execute()
    await recordAudit(tx, {
      actor,
      action: 'reporting.set-reminder-plan',
      region: regionId,
      object: { kind: 'region', id: regionId },
      requestId,
      detail: { ...plan },
    })
  })
}

const inOrder = (days: readonly number[]) => [...new Set(days)].sort((a, b) => a - b)
