import { regionWorkdays } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, type ErrorDetail, notFound, personOf, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import type { ChangeTarget } from '../contract.ts'

/**
 * Changes a target by a decision. What the plan states stays as it is, and so does every earlier change.
 *
 * @throws `not_found` (404) for a target that this plan does not have; `target_changed_meanwhile` (409) when somebody has
 *   entered another change since; `change_wrong` (422) naming what does not fit.
 */
export async function changeTarget(
  db: Database,
  actor: Actor,
  where: { regionId: string; planCode: string; targetId: string },
  change: ChangeTarget,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'plans.change-target', async (tx) => {
    await putTargetChange(tx, person.personId, where, change)
    await recordAudit(tx, {
      actor,
      action: 'plans.change-target',
      region: where.regionId,
      object: { kind: 'target', id: where.targetId },
      requestId,
      detail: { plan: where.planCode, number: change.seen + 1 },
    })
  })
}

/** The change itself. */
export async function putTargetChange(
  tx: Transaction,
  personId: string,
  where: { regionId: string; planCode: string; targetId: string },
  change: ChangeTarget,
): Promise<void> {
  const target = await tx
    .selectFrom('plans.target')
    .select(['value', 'value2', 'comparator'])
    .where('id', '=', where.targetId)
    .where('region_id', '=', where.regionId)
    .where('plan_code', '=', where.planCode)
    .where('kind', '=', 'target')
    .executeTakeFirst()
  if (!target) throw notFound()
  const last = await tx
    .selectFrom('plans.target_change')
    .select(['number', 'value', 'value2', 'since'])
    .where('target_id', '=', where.targetId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if ((last?.number ?? 0) !== change.seen) throw changedMeanwhile()
  const before = last ?? target
  // The day where the region is: the server's may be another.
  const today = (await regionWorkdays(tx, where.regionId)).dayOf(await databaseNow(tx))
  refuseWrong(change, before, { comparator: target.comparator, since: last?.since ?? null, today })
  await tx
    .insertInto('plans.target_change')
    .values({
      target_id: where.targetId,
      number: change.seen + 1,
      region_id: where.regionId,
      value: change.value,
      value2: change.value2,
      old_value: before.value,
      old_value2: before.value2,
      since: change.since,
      approver: change.approver,
      document: change.document,
      document_number: change.documentNumber,
      document_date: change.documentDate,
      reason: change.reason,
      entered_by: personId,
    })
    .execute()
  await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', '=', where.regionId).execute()
}

function refuseWrong(
  change: ChangeTarget,
  before: { value: string; value2: string | null },
  now: { comparator: string; since: string | null; today: string },
): void {
  const details: ErrorDetail[] = []
  const say = (field: string, zh: string, en: string) => details.push({ message: { zh, en }, place: { field } })
  const isRange = now.comparator === 'range'
  if (isRange !== (change.value2 !== null))
    say('value2', '区间目标要给上下限，其他目标只给一个数。', 'A range has two figures, any other target one.')
  if (change.value2 !== null && Number(change.value2) < Number(change.value))
    say('value2', '上限低于下限。', 'The upper limit is below the lower one.')
  if (Number(change.value) === Number(before.value) && Number(change.value2) === Number(before.value2))
    say('value', '与现行目标相同。', 'This is what it is already.')
  if (change.documentDate > change.since)
    say('since', '执行日期早于文件日期。', 'It takes effect before the paper was issued.')
  if (change.since > now.today)
    say('since', '执行日期还没有到，请在当天录入。', 'That day has not come; enter it then.')
  if (now.since !== null && change.since < now.since)
    say('since', `早于上一次调整的执行日期${now.since}。`, `It lies before the change of ${now.since}.`)
  if (details.length === 0) return
  throw unprocessable(
    'change_wrong',
    { zh: `有${details.length}处需要改正，没有调整。`, en: `${details.length} things are wrong; nothing was changed.` },
    { details },
  )
}

function changedMeanwhile() {
  return conflict(
    'target_changed_meanwhile',
    { zh: '您打开之后，这个目标已被别人调整。', en: 'Somebody has changed this target since you opened it.' },
    { remedy: { zh: '请刷新，看过新的目标再决定。', en: 'Reload, look at the new target, then decide.' } },
  )
}
