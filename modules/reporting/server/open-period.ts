import { regionWorkdays } from '@opensti/accounts'
import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, type Period, personOf, unprocessable } from '@opensti/kernel'
import { indicatorNames } from '@opensti/plans'
import { dueAt, isPeriodOf } from '../domain/periods.ts'
import { requireLeadOf } from './reminders/require-lead.ts'

/**
 * Asks every unit of a cycle for its figures of a period. Asking again adds only what is missing, such as a new unit.
 *
 * @throws `period_wrong` (422) when the period is not of this frequency or before the first; `cycle_stopped` (409); 404
 *   and 403 as `requireLeadOf`.
 */
export async function openPeriod(
  db: Database,
  actor: Actor,
  place: { regionId: string; cycle: string },
  period: Period,
  requestId: string,
): Promise<{ opened: number; dueAt: Date }> {
  const person = personOf(actor)
  return transaction(db, 'reporting.open-period', async (tx) => {
    await requireLeadOf(tx, person, place)
    const cycle = await tx
      .selectFrom('reporting.cycle')
      .selectAll()
      .where('region_id', '=', place.regionId)
      .where('code', '=', place.cycle)
      .executeTakeFirstOrThrow()
    if (cycle.stopped_at) throw cycleStopped()
    if (!isPeriodOf(cycle.frequency, period) || period < cycle.first_period)
      throw periodWrong(period, cycle.first_period)
    const due = dueAt(cycle.frequency, period, cycle.due_workday, await regionWorkdays(tx, place.regionId))
    const opened = await openRequests(tx, place, { period, due, openedBy: person.personId })
    await recordAudit(tx, {
      actor,
      action: 'reporting.open-period',
      region: place.regionId,
      object: { kind: 'period', id: `${place.cycle}/${period}` },
      requestId,
    })
    return { opened, dueAt: due }
  })
}

/** The requests of a period inside the caller's write; how many were not there yet. */
export async function openRequests(
  tx: Transaction,
  place: { regionId: string; cycle: string },
  { period, due, openedBy }: { period: Period; due: Date; openedBy: string },
): Promise<number> {
  const lines = await tx
    .selectFrom('reporting.cycle_line')
    .selectAll()
    .where('region_id', '=', place.regionId)
    .where('cycle_code', '=', place.cycle)
    .orderBy('position')
    .execute()
  const indicators = await indicatorNames(
    tx,
    lines.map((line) => line.indicator_code),
  )
  const byUnit = Map.groupBy(lines, (line) => line.unit_id)
  const opened = await tx
    .insertInto('reporting.request')
    .values(
      [...byUnit.keys()].map((unit) => ({
        region_id: place.regionId,
        cycle_code: place.cycle,
        period,
        unit_id: unit,
        due_at: due,
        opened_by: openedBy,
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .returning(['id', 'unit_id'])
    .execute()
  const entries = opened.flatMap((request) =>
    (byUnit.get(request.unit_id) ?? []).map((line) => ({
      request_id: request.id,
      position: line.position,
      indicator_code: line.indicator_code,
      nature: line.nature,
      figure_kind: line.figure_kind,
      unit: indicators.get(line.indicator_code)?.unit ?? '',
    })),
  )
  for (let start = 0; start < entries.length; start += batch)
    await tx
      .insertInto('reporting.entry')
      .values(entries.slice(start, start + batch))
      .execute()
  return opened.length
}

/** A statement carries 65,535 parameters at most. */
const batch = 5000

function cycleStopped() {
  return conflict('cycle_stopped', { zh: '这个报送周期已经停用。', en: 'This cycle has been stopped.' })
}

function periodWrong(period: Period, first: Period) {
  return unprocessable(
    'period_wrong',
    { zh: `这个周期没有“${period}”这一期。`, en: `This cycle has no period “${period}”.` },
    {
      details: [
        { message: { zh: `第一期是${first}。`, en: `Its first period is ${first}.` }, place: { field: 'period' } },
      ],
      remedy: {
        zh: '请按同样的写法填写第一期或以后的一期。',
        en: 'Write the first period or a later one in the same way.',
      },
    },
  )
}
