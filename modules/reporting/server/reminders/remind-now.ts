import { actorNames, regionWorkdays } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, personOf } from '@opensti/kernel'
import { sql } from 'kysely'
import type { NewReminder, ReminderResult } from '../../contract-reminders.ts'
import { standingOf } from '../../domain/reminders.ts'
import { outstandingReturns } from './outstanding.ts'
import { getReminderPlan } from './reminder-plan.ts'
import { type Place, requireLeadOf } from './require-lead.ts'
import { tellOfReturn } from './tell-of-return.ts'

/** A return is not reminded of by hand twice within this time, in minutes. */
const restMinutes = 60

/**
 * Reminds of chosen returns of a period at once. Those that have come meanwhile, and those reminded of by hand within the
 * hour, are passed over and counted.
 */
export async function remindNow(
  db: Database,
  actor: Actor,
  place: Place,
  wanted: NewReminder,
  requestId: string,
): Promise<ReminderResult> {
  const person = personOf(actor)
  return transaction(db, 'reporting.remind-now', async (tx) => {
    await requireLeadOf(tx, person, place)
    const days = await regionWorkdays(tx, place.regionId)
    const today = days.dayOf(await databaseNow(tx))
    const plan = await getReminderPlan(tx, place.regionId)
    const names = await actorNames(tx, [person.personId])
    const by = { personId: person.personId, name: names.get(person.personId) ?? { zh: person.name, en: person.name } }
    const chosen = new Set(wanted.returns)
    const rested = await remindedByHand(tx, [...chosen])
    let [reminded, people] = [0, 0]
    for (const one of await outstandingReturns(tx, place, today, days)) {
      if (!chosen.has(one.id) || rested.has(one.id)) continue
      const standing = standingOf(one.facts, plan, today, days)
      if (!standing) continue
      const key = `by hand ${requestId}`
      const heard = await tellOfReturn(tx, one, standing, { key, by, note: wanted.note || null })
      if (heard === null) continue
      reminded += 1
      people += heard
    }
    await recordAudit(tx, {
      actor,
      action: 'reporting.remind-now',
      region: place.regionId,
      object: { kind: 'period', id: `${place.cycle}/${place.period}` },
      requestId,
      detail: { returns: reminded, people },
    })
    return { reminded, people, passedOver: chosen.size - reminded }
  })
}

async function remindedByHand(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('reporting.reminder')
    .select('request_id')
    .where('request_id', 'in', ids)
    .where('by_person', 'is not', null)
    .where('at', '>', sql<Date>`clock_timestamp() - make_interval(mins => ${restMinutes}::int)`)
    .execute()
  return new Set(rows.map((row) => row.request_id))
}
