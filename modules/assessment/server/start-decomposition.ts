import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, personOf } from '@opensti/kernel'
import { type LedgerTarget, ledgerTargets } from '@opensti/plans'
import { receiversOf } from './receivers.ts'

/**
 * Begins to share out a target of a plan: a draft with an empty share for every lower region and district.
 *
 * @throws `not_found` (404) for a target the region does not have; `decomposition_there` (409) when it is shared out already.
 */
export async function startDecomposition(
  db: Database,
  actor: Actor,
  regionId: string,
  targetId: string,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'assessment.start-decomposition', async (tx) => {
    const made = await addDecomposition(tx, person.personId, regionId, targetId)
    await recordAudit(tx, {
      actor,
      action: 'assessment.start-decomposition',
      region: regionId,
      object: { kind: 'decomposition', id: made.id },
      requestId,
      detail: { target: targetId },
    })
    return made
  })
}

/** The draft itself. */
export async function addDecomposition(
  tx: Transaction,
  personId: string,
  regionId: string,
  targetId: string,
): Promise<{ id: string }> {
  const target = (await ledgerTargets(tx, regionId)).find((one) => one.id === targetId)
  if (!target) throw notFound()
  const there = await tx
    .selectFrom('assessment.decomposition')
    .select('number')
    .where('target_id', '=', targetId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  if (there) throw alreadyThere()
  const last = await tx
    .selectFrom('assessment.decomposition')
    .select((row) => row.fn.max('number').as('number'))
    .where('target_id', '=', targetId)
    .executeTakeFirst()
  const again = last?.number ?? 0
  const made = await tx
    .insertInto('assessment.decomposition')
    .values({
      region_id: regionId,
      target_id: target.id,
      indicator_code: target.indicatorCode,
      number: again + 1,
      year: target.year,
      whole: target.value,
      unit: target.unit,
      rule: usualRule(target),
      direction: target.direction,
      made_by: personId,
      // A draft that was withdrawn keeps its number; the next one says that it follows it.
      change_reason: again > 0 ? '前一稿已撤销，重新拟订' : null,
      change_document: again > 0 ? '无' : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { lower } = await receiversOf(tx, regionId)
  if (lower.length === 0) return made
  await tx
    .insertInto('assessment.share')
    .values(
      lower.map((receiver, position) => ({
        decomposition_id: made.id,
        position,
        receiver_region: receiver.regionId,
        receiver_unit: receiver.unitId,
      })),
    )
    .execute()
  return made
}

/** Counts and amounts add up; of ratios each has its own level. */
function usualRule({ nature }: LedgerTarget): 'sum' | 'each' {
  return nature === 'rate' ? 'each' : 'sum'
}

function alreadyThere() {
  return conflict(
    'decomposition_there',
    { zh: '这项目标已经有分解方案。', en: 'This target is shared out already.' },
    { remedy: { zh: '请打开已有的方案，需要调整时另起一稿。', en: 'Open it; a change is another version of it.' } },
  )
}
