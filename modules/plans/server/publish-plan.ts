import { type Database, recordAudit, transaction } from '@opensti/db'
import { type Actor, notFound } from '@opensti/kernel'
import { sql } from 'kysely'
import { refreshSearch } from './refresh-search.ts'

/** Makes a draft plan and its document public, or takes them back. Whoever asks again gets the same state. */
export async function publishPlan(
  db: Database,
  actor: Actor,
  plan: { regionId: string; code: string },
  published: boolean,
  requestId: string,
): Promise<void> {
  await transaction(db, 'plans.publish-plan', async (tx) => {
    const changed = await tx
      .updateTable('plans.plan')
      .set({ published_at: published ? sql<Date>`coalesce(published_at, clock_timestamp())` : null })
      .where('region_id', '=', plan.regionId)
      .where('code', '=', plan.code)
      .returning('document_code')
      .executeTakeFirst()
    if (!changed) throw notFound()
    if (changed.document_code) {
      await tx
        .updateTable('plans.document')
        .set({ published })
        .where('code', '=', changed.document_code)
        .where('origin', '=', 'reading')
        .execute()
    }
    // Actual values that were confirmed from the plan's document go with it.
    await tx
      .updateTable('plans.value')
      .set({ status: published ? 'published' : 'approved' })
      .where('region_id', '=', plan.regionId)
      .where('origin', '=', 'reading')
      .where('id', 'like', `${plan.regionId}/${plan.code}/%`)
      .execute()
    await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', '=', plan.regionId).execute()
    await refreshSearch(tx, plan.regionId)
    await recordAudit(tx, {
      actor,
      action: published ? 'plans.publish-plan' : 'plans.withdraw-plan',
      region: plan.regionId,
      object: { kind: 'plan', id: plan.code },
      requestId,
    })
  })
}
