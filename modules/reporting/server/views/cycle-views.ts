import { regionWorkdays, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import { type Actor, type Bilingual, dayAfter, notFound, type Period, type Workdays } from '@opensti/kernel'
import { sql } from 'kysely'
import type { CycleView, PeriodView } from '../../contract.ts'
import { dayAfterPeriod, dueAt, type Frequency, firstDay, periodOf } from '../../domain/periods.ts'
import { requestSummaries } from './summaries.ts'

/** How many periods of a cycle a list shows, the latest first. */
const shown = 12

/** The cycles of a region with how their latest periods stand. */
export async function cycleViews(db: Reader, regionId: string): Promise<CycleView[]> {
  const cycles = await sql<CycleRow>`
    select c.code, c.names, c.frequency, c.lead_unit, c.due_workday, c.first_period, c.stopped_at,
      (select count(*)::int from reporting.cycle_line l where l.region_id = c.region_id and l.cycle_code = c.code) as lines,
      (select count(distinct unit_id)::int from reporting.cycle_line l
        where l.region_id = c.region_id and l.cycle_code = c.code) as units
    from reporting.cycle c where c.region_id = ${regionId} order by c.code`.execute(db)
  const units = await unitDirectory(db)
  const days = await regionWorkdays(db, regionId)
  const today = days.dayOf(await databaseNow(db))
  const standing = await standings(db, regionId)
  return cycles.rows.map((cycle) => {
    const periods = standing.filter((row) => row.cycle_code === cycle.code).slice(0, shown)
    const next = nextPeriod(cycle, periods[0]?.period, today)
    return {
      code: cycle.code,
      names: cycle.names,
      frequency: cycle.frequency,
      leadUnit: {
        id: cycle.lead_unit,
        name: units.find(cycle.lead_unit)?.name ?? { zh: cycle.lead_unit, en: cycle.lead_unit },
      },
      dueWorkday: cycle.due_workday,
      lines: cycle.lines,
      units: cycle.units,
      stoppedAt: cycle.stopped_at?.toISOString() ?? null,
      periods: periods.map(({ cycle_code: _, due_at, ...counts }) => ({ ...counts, dueAt: due_at.toISOString() })),
      next: next === null ? null : nextOf(cycle, next, days),
    }
  })
}

/** When the next period would be due, and which days on the way there are not what their weekday says. */
function nextOf(cycle: CycleRow, period: Period, days: Workdays): CycleView['next'] {
  const due = dueAt(cycle.frequency, period, cycle.due_workday, days)
  const from = dayAfterPeriod(cycle.frequency, period)
  const holidays: string[] = []
  const workedWeekends: string[] = []
  for (let day = from; day <= days.dayOf(due); day = dayAfter(day)) {
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    if (!weekend && !days.isWorkday(day)) holidays.push(day)
    if (weekend && days.isWorkday(day)) workedWeekends.push(day)
  }
  const calendarKnown = days.knows(Number(from.slice(0, 4))) && days.knows(Number(days.dayOf(due).slice(0, 4)))
  return { period, dueAt: due.toISOString(), from, holidays, workedWeekends, calendarKnown }
}

interface CycleRow {
  code: string
  names: Bilingual
  frequency: Frequency
  lead_unit: string
  due_workday: number
  first_period: Period
  stopped_at: Date | null
  lines: number
  units: number
}

interface Standing {
  cycle_code: string
  period: Period
  due_at: Date
  requests: number
  submitted: number
  accepted: number
  locked: number
  late: number
  returned: number
}

async function standings(db: Reader, regionId: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select cycle_code, period, min(due_at) as due_at, count(*)::int as requests,
      count(*) filter (where state = 'submitted')::int as submitted,
      count(*) filter (where state = 'accepted')::int as accepted,
      count(*) filter (where state = 'locked')::int as locked,
      count(*) filter (where submitted_at is null and clock_timestamp() > due_at)::int as late,
      count(*) filter (where submitted_at is not null
        and state in ('preparing', 'checking', 'signing', 'countersigning'))::int as returned
    from reporting.request
    where region_id = ${regionId} and number = 0
    group by cycle_code, period
    order by period desc`.execute(db)
  return rows
}

/** The period to open next: the one after the last that was opened, else the first; never one that has not begun. */
function nextPeriod(cycle: CycleRow, last: Period | undefined, today: string): Period | null {
  if (cycle.stopped_at) return null
  const next =
    last === undefined ? cycle.first_period : periodOf(cycle.frequency, dayAfterPeriod(cycle.frequency, last))
  return firstDay(next) <= dayAfter(today) ? next : null
}

/** How all units of a cycle stand in one period. */
export async function getPeriodView(
  db: Reader,
  actor: Actor,
  place: { regionId: string; cycle: string; period: Period },
): Promise<PeriodView> {
  const cycle = await db
    .selectFrom('reporting.cycle')
    .select(['code', 'names', 'frequency', 'lead_unit'])
    .where('region_id', '=', place.regionId)
    .where('code', '=', place.cycle)
    .executeTakeFirst()
  const requests = await requestSummaries(db, { ...place, limit: 5000 })
  const [first] = requests
  if (!cycle || !first) throw notFound()
  const mayCollate =
    actor.kind === 'person' &&
    actor.grants.some(
      (grant) =>
        grant.role === 'planner' &&
        grant.regionId === place.regionId &&
        (grant.unitId === null || grant.unitId === cycle.lead_unit),
    )
  return {
    cycle: { code: cycle.code, names: cycle.names as Bilingual, frequency: cycle.frequency },
    regionId: place.regionId,
    period: place.period,
    dueAt: requests.find((one) => one.number === 0)?.dueAt ?? first.dueAt,
    requests,
    mayCollate,
    lockable: requests.filter((one) => one.state === 'accepted').length,
  }
}
