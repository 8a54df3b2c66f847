import { type Database, databaseNow, recordAudit, transaction } from '@opensti/db'
import { type Actor, notFound, personOf } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import { appealLife } from '../domain/exercise-life.ts'
import { answered } from './answer-appeal.ts'
import { getExercise } from './store.ts'
import { settleAppeal } from './tell-of-assessment.ts'

/**
 * The unit takes its appeal back, as long as nobody has answered it. The appeal stays on record; the ranking no longer waits
 * for it, and while the time for appeals runs the unit may make another.
 *
 * @throws `not_found` (404); `appeal_answered` (409).
 */
export async function withdrawAppeal(db: Database, actor: Actor, id: string, requestId: string): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'assessment.withdraw-appeal', async (tx) => {
    const appeal = await tx.selectFrom('assessment.appeal').selectAll().where('id', '=', id).executeTakeFirst()
    if (!appeal) throw notFound()
    if (appeal.state !== 'open') throw answered()
    const { region_id: region } = await getExercise(tx, appeal.exercise_id)
    await tx
      .updateTable('assessment.appeal')
      .set({
        state: stateAfter(appealLife, appeal.state, 'withdraw'),
        withdrawn_by: person.personId,
        withdrawn_at: await databaseNow(tx),
      })
      .where('id', '=', id)
      .execute()
    await settleAppeal(tx, id)
    await recordAudit(tx, {
      actor,
      action: 'assessment.withdraw-appeal',
      region,
      object: { kind: 'appeal', id },
      requestId,
      detail: { unit: appeal.unit_id, line: appeal.code },
    })
  })
}
