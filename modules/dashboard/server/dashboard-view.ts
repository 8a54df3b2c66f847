import { listRegions, regionWorkdays, type UnitMember, unitDirectory, unitMembers } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import { indicatorStandings, staleIndicators } from '@opensti/plans'
import { overdueReturns, returnsOfFigures } from '@opensti/reporting'
import { pressingItems } from '@opensti/supervision'
import type { DashboardView } from '../contract.ts'
import { byUrgency, lightOfStatus } from '../domain/light.ts'
import { type Drafted, draftItem, draftReturn, draftStale, draftTarget } from './draft-findings.ts'
import type { UnitNames } from './unit-names.ts'

/** The whole screen of one region, by a number of questions to the database that does not grow with what is red. */
export async function getDashboardView(db: Reader, actor: Actor, regionId: string): Promise<DashboardView> {
  const days = await regionWorkdays(db, regionId)
  const today = days.dayOf(await databaseNow(db))
  const standings = await indicatorStandings(db, regionId, today)
  const stale = await staleIndicators(db, regionId, today)
  const returns = await overdueReturns(db, regionId)
  const items = await pressingItems(db, regionId)
  const handedIn = await returnsOfFigures(
    db,
    regionId,
    standings.flatMap(({ code, progress, latest }) =>
      latest && lightOfStatus(progress.status) !== null ? [{ code, period: latest.period }] : [],
    ),
  )
  const own = ownUnits(actor, regionId)
  const facts = { stale: new Set(stale.map((one) => one.code)), items, handedIn, days, today }
  const drafted = [
    ...standings.flatMap((one) => draftTarget(one, facts)),
    ...items.map(draftItem),
    ...returns.map((one) => draftReturn(one, facts)),
    ...stale.map((one) => draftStale(one, standings)),
  ]
    .filter((one) => own === null || one.units.some((unit) => own.has(unit)))
    .sort(byUrgency)
  const people = await unitMembers(
    db,
    drafted.flatMap((one) => one.units),
  )
  const names = await namesOf(db, regionId, people)
  const shown = own === null ? standings : standings.filter((one) => one.responsible.some((unit) => own.has(unit)))
  return {
    regionId,
    today,
    scope: own === null ? 'region' : 'units',
    plans: planCounts(shown),
    findings: drafted.map((one) => one.finish(names)),
    units: unitCounts(drafted, names),
  }
}

/** The units whose part she sees; null for who sees the whole region. */
function ownUnits(actor: Actor, regionId: string): ReadonlySet<string> | null {
  const grants = actor.kind === 'person' ? actor.grants.filter((grant) => grant.regionId === regionId) : []
  if (grants.some((grant) => ['head', 'supervisor', 'planner'].includes(grant.role))) return null
  return new Set(grants.flatMap((grant) => (grant.role === 'unit-leader' && grant.unitId ? [grant.unitId] : [])))
}

async function namesOf(
  db: Reader,
  regionId: string,
  people: ReadonlyMap<string, readonly UnitMember[]>,
): Promise<UnitNames> {
  const directory = await unitDirectory(db)
  // On a screen of one place its name before every unit says nothing.
  const place = `${(await listRegions(db)).find(({ id }) => id === regionId)?.name.en ?? regionId} `
  const withoutPlace = (name: string) => (name.startsWith(place) ? name.slice(place.length) : name)
  return {
    unit: (id) => {
      const { name = { zh: id, en: id }, shortName = name } = directory.find(id) ?? {}
      return { id, name, shortName: { zh: shortName.zh, en: withoutPlace(shortName.en) } }
    },
    leader: (id) => people.get(id)?.find((one) => one.roles.includes('unit-leader'))?.name ?? null,
  }
}

function planCounts(standings: Awaited<ReturnType<typeof indicatorStandings>>): DashboardView['plans'] {
  return [...Map.groupBy(standings, (one) => one.plan.id).values()].map((all) => {
    const { id, name, startYear, endYear } = all[0]!.plan
    const counts = { ...none }
    for (const one of all) counts[one.progress.status] += 1
    return { id, name, startYear, endYear, counts }
  })
}

const none: DashboardView['plans'][number]['counts'] = {
  reached: 0,
  ahead: 0,
  'on-track': 0,
  'not-yet': 0,
  behind: 0,
  'far-behind': 0,
  missed: 0,
  'no-data': 0,
}

function unitCounts(drafted: readonly Drafted[], names: UnitNames): DashboardView['units'] {
  const counts = new Map<string, { red: number; amber: number }>()
  for (const one of drafted) {
    for (const unit of one.units) {
      const count = counts.get(unit) ?? { red: 0, amber: 0 }
      count[one.light] += 1
      counts.set(unit, count)
    }
  }
  return [...counts]
    .map(([id, count]) => ({ unit: names.unit(id), leader: names.leader(id), ...count }))
    .sort((a, b) => b.red - a.red || b.amber - a.amber)
}
