import { noticeAsRead, noticeWays, officePhones, regionWorkdays } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import { type Actor, type Bilingual, notFound, personOf } from '@opensti/kernel'
import { indicatorNames } from '@opensti/plans'
import { sql } from 'kysely'
import type { OutstandingReturn, ReminderBoard } from '../../contract-reminders.ts'
import { nextReminder, standingOf } from '../../domain/reminders.ts'
import { type Outstanding, outstandingReturns } from './outstanding.ts'
import { callsOf, remindersOf } from './past-reminders.ts'
import { getReminderPlan } from './reminder-plan.ts'
import { type Place, requireLeadOf } from './require-lead.ts'
import { type Telling, tellingsOf } from './tell-of-return.ts'

/** How many missing figures a row names. */
const named = 5

/**
 * What has not come in a period: who would hear what if the planner reminded now, whom to call under which number, what is
 * missing, and what was done already. The latest on top. Throws 404 and 403 as `requireLeadOf`; 404 for an unknown period.
 */
export async function getReminderBoard(db: Reader, actor: Actor, place: Place): Promise<ReminderBoard> {
  const person = personOf(actor)
  const cycle = await requireLeadOf(db, person, place)
  const days = await regionWorkdays(db, place.regionId)
  const today = days.dayOf(await databaseNow(db))
  const plan = await getReminderPlan(db, place.regionId)
  const counts = await countsOf(db, place)
  const all = await outstandingReturns(db, place, today, days)
  const ids = all.map(({ id }) => id)
  const standing = new Map(all.map((one) => [one.id, standingOf(one.facts, plan, today, days)]))
  const by = { personId: person.personId, name: { zh: person.name, en: person.name } }
  const tellings = new Map(
    all.map((one) => {
      const now = standing.get(one.id)
      return [one.id, now ? tellingsOf(one, now, by, null) : []]
    }),
  )
  const [hear, contact, missing, reminders, calls] = await Promise.all([
    waysOf(db, [...tellings.values()].flat()),
    contactsOf(db, all),
    missingOf(db, ids),
    remindersOf(db, ids),
    callsOf(db, ids),
  ])
  const returns = all.flatMap((one): OutstandingReturn[] => {
    const now = standing.get(one.id)
    if (!now) return []
    const lacks = missing.get(one.id) ?? { cells: 0, missing: 0, names: [] }
    return [
      {
        id: one.id,
        unit: one.unit,
        state: one.state,
        step: one.stateName,
        dueAt: one.dueAt.toISOString(),
        kind: now.kind,
        days: now.days,
        cells: lacks.cells,
        missing: lacks.missing,
        missingNames: lacks.names,
        hears: (tellings.get(one.id) ?? []).flatMap(hear),
        contacts: contact(one),
        reminders: reminders.get(one.id) ?? [],
        nextOn: nextReminder(one.facts, plan, today, days),
        calls: calls.get(one.id) ?? [],
      },
    ]
  })
  return {
    regionId: place.regionId,
    cycle: { code: cycle.code, names: cycle.names },
    period: place.period,
    dueAt: counts.dueAt.toISOString(),
    requests: counts.requests,
    come: counts.requests - all.length,
    plan: { ...plan, before: [...plan.before], after: [...plan.after] },
    returns: returns.sort(latestFirst),
  }
}

const ranks = { late: 0, returned: 1, today: 2, soon: 3 } as const
const latestFirst = (a: OutstandingReturn, b: OutstandingReturn) =>
  ranks[a.kind] - ranks[b.kind] || (a.kind === 'soon' ? a.days - b.days : b.days - a.days)

async function countsOf(db: Reader, place: Place): Promise<{ requests: number; dueAt: Date }> {
  const row = await db
    .selectFrom('reporting.request')
    .select((one) => [one.fn.countAll<bigint>().as('requests'), one.fn.min('due_at').as('due')])
    .where('region_id', '=', place.regionId)
    .where('cycle_code', '=', place.cycle)
    .where('period', '=', place.period)
    .where('number', '=', 0)
    .executeTakeFirst()
  if (!row?.due) throw notFound()
  return { requests: Number(row.requests), dueAt: row.due }
}

/** For each telling: who hears it, in which words, by which ways besides the application. */
async function waysOf(db: Reader, tellings: readonly Telling[]) {
  const byKind = Map.groupBy(tellings, (telling) => telling.kind)
  const ways = new Map<string, { mail: boolean; webhook: boolean }>()
  for (const [kind, ones] of byKind) {
    const ids = ones.flatMap(({ to }) => to.map(({ personId }) => personId))
    for (const [id, way] of await noticeWays(db, kind, ids)) ways.set(`${kind.kind} ${id}`, way)
  }
  return ({ kind, params, to, as }: Telling) =>
    to.map(({ personId, name }) => ({
      name,
      as,
      text: noticeAsRead(kind, params),
      ...(ways.get(`${kind.kind} ${personId}`) ?? { mail: false, webhook: false }),
    }))
}

/** Whom to call: for whom it waits first, then who else reports for the unit, then its leader. */
async function contactsOf(db: Reader, all: readonly Outstanding[]) {
  const people = all.flatMap((one) => [...one.holders, ...one.reporters, ...one.leaders])
  const phones = await officePhones(
    db,
    people.map(({ personId }) => personId),
  )
  return (one: Outstanding) =>
    (['holders', 'reporters', 'leaders'] as const).flatMap((part) =>
      one[part].map(({ personId, name }) => ({
        name,
        as: ({ holders: 'holder', reporters: 'reporter', leaders: 'leader' } as const)[part],
        phone: phones.get(personId) ?? null,
      })),
    )
}

interface Lacking {
  cells: number
  missing: number
  names: Bilingual[]
}

/** Cells with neither a figure nor a reason, by return, some of them by name. */
async function missingOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Lacking>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; cells: number; codes: string[] }>`
    select request_id as id, count(*)::int as cells,
      coalesce(array_agg(indicator_code order by position) filter (where value is null and absent_reason is null), '{}') as codes
    from reporting.entry where request_id = any (${[...ids]}::uuid[]) group by request_id`.execute(db)
  const names = await indicatorNames(
    db,
    rows.flatMap((row) => row.codes.slice(0, named)),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        cells: row.cells,
        missing: row.codes.length,
        names: row.codes.slice(0, named).map((code) => names.get(code)?.name ?? { zh: code, en: code }),
      },
    ]),
  )
}
