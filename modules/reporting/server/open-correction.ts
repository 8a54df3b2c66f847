import { regionWorkdays } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, transaction } from '@opensti/db'
import { type Actor, conflict, personOf, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import { getRequest } from './store.ts'
import { tellOfCorrection } from './tell-of-move.ts'

/** How long a correction may take, in working days. */
const correctionDays = 3

/**
 * Opens a return that corrects figures of a locked one, beginning with each figure as it was locked last. It goes the same way through the unit's chain; when it is locked,
 * a new vintage stands beside the old one with this reason.
 *
 * @throws `not_locked` (409); `correction_open` (409) when one is on its way; `cell_unknown` (422).
 */
export async function openCorrection(
  db: Database,
  actor: Actor,
  requestRef: string,
  { reason, indicatorIds }: { reason: string; indicatorIds: readonly string[] },
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'reporting.open-correction', async (tx) => {
    const locked = await getRequest(tx, requestRef)
    if (locked.state !== 'locked') throw notLocked()
    const sameReturn = tx
      .selectFrom('reporting.request')
      .where('region_id', '=', locked.region_id)
      .where('cycle_code', '=', locked.cycle_code)
      .where('period', '=', locked.period)
      .where('unit_id', '=', locked.unit_id)
    const last = await sameReturn
      .select(['number', 'state'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    if (last.state !== 'locked') throw correctionOpen()
    const days = await regionWorkdays(tx, locked.region_id)
    const today = days.dayOf(await databaseNow(tx))
    const correction = await tx
      .insertInto('reporting.request')
      .values({
        region_id: locked.region_id,
        cycle_code: locked.cycle_code,
        period: locked.period,
        unit_id: locked.unit_id,
        number: last.number + 1,
        reason,
        due_at: days.endOf(days.nth(correctionDays, today)),
        opened_by: person.personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const copied = await sql`
      insert into reporting.entry (request_id, position, indicator_code, nature, figure_kind, unit, value, absent_reason, note)
      select distinct on (e.indicator_code, e.nature)
        ${correction.id}::uuid, e.position, e.indicator_code, e.nature, 'revised', e.unit, e.value, e.absent_reason, e.note
      from reporting.entry e
      join reporting.request r on r.id = e.request_id
      where r.region_id = ${locked.region_id} and r.cycle_code = ${locked.cycle_code} and r.period = ${locked.period}
        and r.unit_id = ${locked.unit_id} and r.state = 'locked' and e.indicator_code = any (${[...indicatorIds]})
      order by e.indicator_code, e.nature, r.number desc`.execute(tx)
    if (copied.numAffectedRows === 0n) throw nothingToCorrect()
    const { lead_unit: leadUnit } = await tx
      .selectFrom('reporting.cycle')
      .select('lead_unit')
      .where('region_id', '=', locked.region_id)
      .where('code', '=', locked.cycle_code)
      .executeTakeFirstOrThrow()
    await tellOfCorrection(tx, person, { id: correction.id, reason, leadUnit })
    await recordAudit(tx, {
      actor,
      action: 'reporting.open-correction',
      region: locked.region_id,
      object: { kind: 'return', id: correction.id },
      requestId,
      detail: { corrects: locked.id },
    })
    return correction
  })
}

function notLocked() {
  return conflict(
    'not_locked',
    { zh: '这份报表还没有锁定，不用更正。', en: 'This return is not locked, so it needs no correction.' },
    { remedy: { zh: '请直接修改，或请对方退回。', en: 'Change it, or ask for it to be sent back.' } },
  )
}

function correctionOpen() {
  return conflict(
    'correction_open',
    { zh: '这份报表已有一份更正正在办理。', en: 'A correction of this return is on its way.' },
    { remedy: { zh: '请在那一份里改。', en: 'Make the change in that one.' } },
  )
}

function nothingToCorrect() {
  return unprocessable('cell_unknown', {
    zh: '这份报表里没有要更正的指标。',
    en: 'This return does not hold the indicators to be corrected.',
  })
}
