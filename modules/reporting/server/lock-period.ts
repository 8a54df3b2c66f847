import { regionWorkdays } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type Period, personOf, unprocessable } from '@opensti/kernel'
import { type RecordedValue, recordValues, type WithdrawnValue, withdrawValues } from '@opensti/plans'
import { requireLeadOf } from './reminders/require-lead.ts'

/**
 * Fixes every collated return of a period: it stands still from now on, and its figures enter the ledger with the moment as
 * their vintage. Returns that are still on their way are left as they are and can be locked later.
 *
 * @throws `nothing_to_lock` (422); `figure_public` (409) when a correction says that there is no figure and it is public; 404 and
 *   403 as `requireLeadOf`.
 */
export async function lockPeriod(
  db: Database,
  actor: Actor,
  place: { regionId: string; cycle: string; period: Period },
  requestId: string,
): Promise<{ locked: number; values: number }> {
  const person = personOf(actor)
  return transaction(db, 'reporting.lock-period', async (tx) => {
    await requireLeadOf(tx, person, place)
    const now = await databaseNow(tx)
    const { locked, values, withdrawn } = await lockReturns(tx, person.personId, place, now)
    await recordValues(tx, values)
    await withdrawValues(tx, withdrawn, now)
    await recordAudit(tx, {
      actor,
      action: 'reporting.lock-period',
      region: place.regionId,
      object: { kind: 'period', id: `${place.cycle}/${place.period}` },
      requestId,
      detail: { returns: locked, values: values.length, withdrawn: withdrawn.length },
    })
    return { locked, values: values.length }
  })
}

/** Locks inside the caller's write, and gives the figures that the ledger is to record or to withdraw. */
export async function lockReturns(
  tx: Transaction,
  personId: string,
  place: { regionId: string; cycle: string; period: Period },
  at: Date,
): Promise<{ locked: number; values: RecordedValue[]; withdrawn: WithdrawnValue[] }> {
  const locked = await tx
    .updateTable('reporting.request')
    .set((set) => ({ state: 'locked', locked_at: at, version: set('version', '+', 1) }))
    .where('region_id', '=', place.regionId)
    .where('cycle_code', '=', place.cycle)
    .where('period', '=', place.period)
    .where('state', '=', 'accepted')
    .returning(['id', 'version'])
    .execute()
  if (locked.length === 0) throw nothingToLock()
  await tx
    .insertInto('reporting.move')
    .values(
      locked.map((request) => ({
        request_id: request.id,
        number: request.version - 1,
        verb: 'lock',
        from_state: 'accepted',
        to_state: 'locked',
        person_id: personId,
        at,
      })),
    )
    .execute()
  const ids = locked.map(({ id }) => id)
  return {
    locked: locked.length,
    values: await lockedValues(tx, ids, at),
    withdrawn: await withdrawnValues(tx, ids),
  }
}

/** Figures of which a correction says that there is none, with why it was opened and why there is none. */
async function withdrawnValues(tx: Transaction, requests: readonly string[]): Promise<WithdrawnValue[]> {
  const rows = await tx
    .selectFrom('reporting.entry as e')
    .innerJoin('reporting.request as r', 'r.id', 'e.request_id')
    .select(['e.indicator_code', 'e.nature', 'e.absent_reason', 'r.region_id', 'r.period', 'r.unit_id', 'r.reason'])
    .where('e.request_id', 'in', requests)
    .where('r.number', '>', 0)
    .where('e.value', 'is', null)
    .orderBy('e.position')
    .execute()
  return rows.map((row) => ({
    regionId: row.region_id,
    indicatorCode: row.indicator_code,
    period: row.period,
    nature: row.nature,
    reportedBy: row.unit_id,
    reason: [row.reason, row.absent_reason].filter(Boolean).join('；'),
  }))
}

/** The figures of returns as the ledger keeps them. Cells without a figure enter nothing. */
async function lockedValues(tx: Transaction, requests: readonly string[], now: Date): Promise<RecordedValue[]> {
  const rows = await tx
    .selectFrom('reporting.entry as e')
    .innerJoin('reporting.request as r', 'r.id', 'e.request_id')
    .select(['e.request_id', 'e.indicator_code', 'e.nature', 'e.figure_kind', 'e.value', 'e.unit', 'e.note'])
    .select(['r.region_id', 'r.period', 'r.unit_id', 'r.number', 'r.reason', 'r.due_at', 'r.submitted_at'])
    .where('e.request_id', 'in', requests)
    .where('e.value', 'is not', null)
    .orderBy('e.position')
    .execute()
  const region = rows[0]?.region_id
  if (region === undefined) return []
  const days = await regionWorkdays(tx, region)
  const asked = await unitsAsked(tx, region, [...new Set(rows.map((row) => row.period))])
  return rows.map((row) => ({
    id: `${row.region_id}/return-${row.request_id}/${row.indicator_code}/${row.nature}`,
    regionId: row.region_id,
    indicatorCode: row.indicator_code,
    period: row.period,
    nature: row.nature,
    figureKind: row.number > 0 ? 'revised' : row.figure_kind,
    value: row.value ?? '',
    unit: row.unit,
    reportedBy: row.unit_id,
    unitsAsked: asked.get(`${row.period} ${row.indicator_code} ${row.nature}`) ?? 1,
    due: days.dayOf(row.due_at),
    reportedOn: days.dayOf(row.submitted_at ?? now),
    vintage: now.toISOString(),
    reason: row.reason,
    note: row.note,
  }))
}

/** How many units were asked for each figure of these periods, in whatever cycle. */
async function unitsAsked(
  tx: Transaction,
  region: string,
  periods: readonly Period[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('reporting.entry as e')
    .innerJoin('reporting.request as r', 'r.id', 'e.request_id')
    .select(['r.period', 'e.indicator_code', 'e.nature'])
    .select(({ fn }) => fn.count<string>('r.unit_id').distinct().as('units'))
    .where('r.region_id', '=', region)
    .where('r.period', 'in', [...periods])
    .groupBy(['r.period', 'e.indicator_code', 'e.nature'])
    .execute()
  return new Map(rows.map((row) => [`${row.period} ${row.indicator_code} ${row.nature}`, Number(row.units)]))
}

function nothingToLock() {
  return unprocessable(
    'nothing_to_lock',
    { zh: '这一期没有已汇总、还没锁定的报表。', en: 'No return of this period is collated and not yet locked.' },
    { remedy: { zh: '请先把各单位报来的报表汇总。', en: 'Collate the returns of the units first.' } },
  )
}
