import { regionWorkdays, type UnitMember, unitDirectory, unitMembers } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import type { Bilingual, Workdays } from '@opensti/kernel'
import { sql } from 'kysely'
import type { RequestSummary } from '../../contract.ts'
import { type ChainStep, roleOfStep, stepOf, usualChain } from '../../domain/chain.ts'
import type { RequestState } from '../../domain/request-life.ts'
import { countersignersLeftOf } from '../store.ts'

/** Which returns are wanted. Absent parts ask nothing. */
export interface Wanted {
  ids?: readonly string[]
  regionId?: string
  regionIds?: readonly string[]
  cycle?: string
  period?: string
  unitIds?: readonly string[]
  states?: readonly RequestState[]
  /** Asked to countersign one of its figures, whether or not they have. */
  askedUnits?: readonly string[]
  /** Null for all of them. */
  limit: number | null
}

/** A return as the database has it, with what lists count. */
export interface ReturnRow {
  id: string
  region_id: string
  cycle_code: string
  names: Bilingual
  lead_unit: string
  period: string
  unit_id: string
  number: number
  state: RequestState
  step: number
  version: number
  due_at: Date
  submitted_at: Date | null
  complete_by: string | null
  cells: number
  filled: number
  since: Date
  last_reason: string | null
}

/** Returns as lists show them, those due first on top. */
export async function requestSummaries(db: Reader, wanted: Wanted): Promise<RequestSummary[]> {
  return summarise(db, await readReturns(db, wanted))
}

/** The same of returns that have been read, in their order. However many there are, it asks the same few questions. */
export async function summarise(db: Reader, rows: readonly ReturnRow[]): Promise<RequestSummary[]> {
  const now = await databaseNow(db)
  const directory = await unitDirectory(db)
  const unit = (id: string) => ({ id, name: directory.find(id)?.name ?? { zh: id, en: id } })
  const countersigning = rows.filter((row) => row.state === 'countersigning').map((row) => row.id)
  const asked = await countersignersLeftOf(db, countersigning)
  const left = await daysLeftOf(db, rows, now)
  const held = new Map(rows.map((row) => [row.id, holdersOf(row, asked.get(row.id) ?? [])]))
  const everyUnit = [...held.values()].flat()
  const members = await unitMembers(db, everyUnit)
  const chains = await chainsOf(db, everyUnit)
  return rows.map((row) => {
    const heldBy = held.get(row.id) ?? []
    return {
      id: row.id,
      regionId: row.region_id,
      cycle: { code: row.cycle_code, names: row.names },
      period: row.period,
      unit: unit(row.unit_id),
      number: row.number,
      state: row.state,
      dueAt: row.due_at.toISOString(),
      late: (row.submitted_at ?? now) > row.due_at,
      daysLeft: left(row),
      returned: row.submitted_at !== null && withUnit.includes(row.state),
      completeBy: row.complete_by,
      cells: row.cells,
      filled: row.filled,
      version: row.version,
      heldBy: heldBy.map(unit),
      waitsFor: heldBy.flatMap((id) => {
        const chain = chains.get(id) ?? usualChain
        const people = members.get(id) ?? []
        if (row.state === 'submitted')
          return people.filter((one) => one.roles.includes('planner')).map((one) => one.name)
        const step = row.state === 'countersigning' ? chain.at(-1) : stepOf(chain, row.state, row.step)
        return step ? peopleAt(step, people) : []
      }),
      since: row.since.toISOString(),
      sentBackBecause: row.state === 'preparing' ? row.last_reason : null,
    }
  })
}

/** The states in which a return is with its unit, or with those who countersign it. */
const withUnit: readonly RequestState[] = ['preparing', 'checking', 'signing', 'countersigning']

/** Working days that each return has left, as reminders count them; past the due day it is at least one day late. */
async function daysLeftOf(db: Reader, rows: readonly ReturnRow[], now: Date): Promise<(row: ReturnRow) => number> {
  const calendars = new Map<string, Workdays>()
  for (const region of new Set(rows.map((row) => row.region_id)))
    calendars.set(region, await regionWorkdays(db, region))
  const known = new Map<string, number>()
  return (row) => {
    const days = calendars.get(row.region_id)
    const key = `${row.region_id} ${row.due_at.getTime()}`
    const counted = known.get(key)
    if (!days || counted !== undefined) return counted ?? 0
    const [today, due] = [days.dayOf(now), days.dayOf(row.due_at)]
    const left = due < today ? Math.min(-1, days.between(today, due)) : days.between(today, due)
    known.set(key, left)
    return left
  }
}

/** The units that have a return now. */
function holdersOf(row: ReturnRow, countersigners: readonly string[]): readonly string[] {
  if (row.state === 'locked') return []
  if (row.state === 'countersigning') return countersigners
  return [row.state === 'submitted' || row.state === 'accepted' ? row.lead_unit : row.unit_id]
}

/** Names of those who may take a step of their unit's chain. */
export function peopleAt(step: ChainStep, members: readonly UnitMember[]): Bilingual[] {
  return members
    .filter((one) =>
      step.personId === null ? one.roles.includes(roleOfStep[step.kind]) : one.personId === step.personId,
    )
    .map((one) => one.name)
}

export async function readReturns(db: Reader, wanted: Wanted): Promise<ReturnRow[]> {
  const asked = [
    wanted.ids && sql`r.id = any (${[...wanted.ids]}::uuid[])`,
    wanted.regionId && sql`r.region_id = ${wanted.regionId}`,
    wanted.regionIds && sql`r.region_id = any (${[...wanted.regionIds]})`,
    wanted.cycle && sql`r.cycle_code = ${wanted.cycle}`,
    wanted.period && sql`r.period = ${wanted.period}`,
    wanted.unitIds && sql`r.unit_id = any (${[...wanted.unitIds]})`,
    wanted.states && sql`r.state = any (${[...wanted.states]})`,
    wanted.askedUnits &&
      sql`exists (select from reporting.entry e join reporting.cycle_line l on l.region_id = r.region_id
        and l.cycle_code = r.cycle_code and l.unit_id = r.unit_id and l.indicator_code = e.indicator_code
        and l.nature = e.nature where e.request_id = r.id and l.countersigners && ${[...wanted.askedUnits]}::text[])`,
  ].filter((part) => part !== undefined && part !== '')
  const { rows } = await sql<ReturnRow>`
    select r.id, r.region_id, r.cycle_code, c.names, c.lead_unit, r.period, r.unit_id, r.number, r.state, r.step,
      r.version, r.due_at, r.submitted_at, r.complete_by::text, e.cells, e.filled, coalesce(m.at, r.opened_at) as since, m.reason as last_reason
    from reporting.request r
    join reporting.cycle c on c.region_id = r.region_id and c.code = r.cycle_code
    cross join lateral (
      select count(*)::int as cells, count(*) filter (where value is not null or absent_reason is not null)::int as filled
      from reporting.entry where request_id = r.id
    ) as e
    left join lateral (
      select at, reason from reporting.move where request_id = r.id order by number desc limit 1
    ) as m on true
    where ${asked.length > 0 ? sql.join(asked, sql` and `) : sql`true`}
    order by r.due_at, r.unit_id, r.number
    limit ${wanted.limit}`.execute(db)
  return rows
}

export async function chainsOf(
  db: Reader,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ChainStep[]>> {
  if (unitIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('reporting.chain_step')
    .select(['unit_id', 'kind', 'person_id'])
    .where('unit_id', 'in', [...new Set(unitIds)])
    .orderBy('unit_id')
    .orderBy('position')
    .execute()
  const byUnit = Map.groupBy(rows, (row) => row.unit_id)
  return new Map(
    [...byUnit].map(([unit, steps]) => [unit, steps.map((step) => ({ kind: step.kind, personId: step.person_id }))]),
  )
}
