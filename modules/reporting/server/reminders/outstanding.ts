import { type UnitMember, unitDirectory, unitMembers } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual, Day, Workdays } from '@opensti/kernel'
import { sql } from 'kysely'
import { type ChainStep, roleOfStep, stepOf, usualChain } from '../../domain/chain.ts'
import { type RemindedReturn, remindedStates } from '../../domain/reminders.ts'
import { type RequestState, requestLife } from '../../domain/request-life.ts'
import { countersignersLeftOf, delegationsOf } from '../store.ts'
import { chainsOf } from '../views/summaries.ts'

/** A return that is still with a unit, and who has to do with it. */
export interface Outstanding {
  id: string
  regionId: string
  cycle: { code: string; names: Bilingual }
  period: string
  unit: { id: string; name: Bilingual }
  state: RequestState
  stateName: Bilingual
  dueAt: Date
  facts: RemindedReturn
  /** Those for whom it waits now, in whichever unit. */
  holders: Someone[]
  /** Who leads the unit whose return it is, and does not hold it herself. */
  leaders: Someone[]
  /** Who else reports for the unit. */
  reporters: Someone[]
}

export interface Someone {
  personId: string
  name: Bilingual
}

interface Row {
  id: string
  region_id: string
  cycle_code: string
  names: Bilingual
  period: string
  unit_id: string
  state: RequestState
  step: number
  due_at: Date
  returned_at: Date | null
  complete_by: string | null
}

/** What is still with units: of a region, or of one period of a cycle. */
export async function outstandingReturns(
  db: Reader,
  place: { regionId: string; cycle?: string; period?: string },
  today: Day,
  days: Workdays,
): Promise<Outstanding[]> {
  const narrowed = [
    sql`r.region_id = ${place.regionId}`,
    ...(place.cycle ? [sql`r.cycle_code = ${place.cycle}`] : []),
    ...(place.period ? [sql`r.period = ${place.period}`] : []),
  ]
  const { rows } = await sql<Row>`
    select r.id, r.region_id, r.cycle_code, c.names, r.period, r.unit_id, r.state, r.step, r.due_at, back.at as returned_at,
      r.complete_by::text
    from reporting.request r
    join reporting.cycle c on c.region_id = r.region_id and c.code = r.cycle_code
    left join lateral (
      select m.at from reporting.move m where m.request_id = r.id and m.verb = 'return' order by m.number desc limit 1
    ) as back on true
    where ${sql.join(narrowed, sql` and `)} and r.number = 0 and r.state = any (${[...remindedStates]})
    order by r.due_at, r.cycle_code, r.period, r.unit_id`.execute(db)
  const people = await peopleAbout(db, rows, today)
  const units = await unitDirectory(db)
  return rows.map((row) => ({
    id: row.id,
    regionId: row.region_id,
    cycle: { code: row.cycle_code, names: row.names },
    period: row.period,
    unit: { id: row.unit_id, name: units.find(row.unit_id)?.name ?? { zh: row.unit_id, en: row.unit_id } },
    state: row.state,
    stateName: requestLife.states[row.state],
    dueAt: row.due_at,
    facts: {
      state: row.state,
      dueDay: days.dayOf(row.due_at),
      returnedOn: row.returned_at && days.dayOf(row.returned_at),
      completeBy: row.complete_by,
    },
    ...people(row),
  }))
}

/** Looks up once who works where, and answers for each return. */
async function peopleAbout(db: Reader, rows: readonly Row[], today: Day) {
  const countersigners = await countersignersLeftOf(
    db,
    rows.filter((row) => row.state === 'countersigning').map((row) => row.id),
  )
  const unitIds = [...new Set(rows.flatMap((row) => [row.unit_id, ...(countersigners.get(row.id) ?? [])]))]
  const members = await unitMembers(db, unitIds)
  const chains = await chainsOf(db, unitIds)
  const standIns = await delegationsOf(db, unitIds)

  /** Those who may take a step in a unit today, whoever stands in included. */
  const atStep = (unit: string, step: ChainStep | null | undefined): UnitMember[] => {
    if (!step) return []
    const all = members.get(unit) ?? []
    const own = all.filter((one) => holds(step, one.personId, one.roles))
    const given = (standIns.get(unit) ?? []).filter(
      (one) => one.fromDay <= today && today <= one.untilDay && holds(step, one.fromPerson, one.roles),
    )
    const others = all.filter((one) => given.some(({ toPerson }) => toPerson === one.personId))
    return [...own, ...others.filter((one) => !own.includes(one))]
  }
  return (row: Row): Pick<Outstanding, 'holders' | 'leaders' | 'reporters'> => {
    const chainOf = (unit: string) => chains.get(unit) ?? usualChain
    const holders =
      row.state === 'countersigning'
        ? (countersigners.get(row.id) ?? []).flatMap((unit) => atStep(unit, chainOf(unit).at(-1)))
        : atStep(row.unit_id, stepOf(chainOf(row.unit_id), row.state, row.step))
    const others = (role: string) =>
      (members.get(row.unit_id) ?? []).filter(
        (one) => one.roles.includes(role) && !holders.some(({ personId }) => personId === one.personId),
      )
    return {
      holders: once(holders),
      leaders: once(others('unit-leader')),
      reporters: once(others('reporter')),
    }
  }
}

function holds(step: ChainStep, personId: string, roles: readonly string[]): boolean {
  return step.personId === null ? roles.includes(roleOfStep[step.kind]) : step.personId === personId
}

const once = (people: readonly UnitMember[]): Someone[] => [
  ...new Map(people.map(({ personId, name }) => [personId, { personId, name }])).values(),
]
