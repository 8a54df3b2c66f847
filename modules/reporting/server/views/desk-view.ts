import { regionWorkdays } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import type { DeskView, RequestSummary } from '../../contract.ts'
import { mayAct, stepOf, usualChain } from '../../domain/chain.ts'
import { delegationsOf, rolesIn } from '../store.ts'
import { chainsOf, type ReturnRow, readReturns, summarise } from './summaries.ts'

const most = 200
const underWay = ['preparing', 'checking', 'signing', 'countersigning', 'submitted', 'accepted'] as const

/**
 * What waits for her, and what of her units is in other hands. The one due first stands on top. It asks the same few
 * questions however many returns there are.
 */
export async function getDeskView(db: Reader, person: PersonActor): Promise<DeskView> {
  const units = [...new Set(person.grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId])))]
  const leads = person.grants.filter((grant) => grant.role === 'planner')
  const inside = units.length === 0 ? [] : await readReturns(db, { unitIds: units, states: underWay, limit: most })
  const asked =
    units.length === 0 ? [] : await readReturns(db, { askedUnits: units, states: ['countersigning'], limit: most })
  const submitted = await inRegions(db, [...new Set(leads.map(({ regionId }) => regionId))])
  const collated = submitted.filter((row) =>
    leads.some((grant) => grant.regionId === row.region_id && (grant.unitId ?? row.lead_unit) === row.lead_unit),
  )
  const rows = [...new Map([...inside, ...asked, ...collated].map((row) => [row.id, row])).values()]
  const isHerTurn = await turns(db, person, units, rows)
  const toCollate = new Set(collated.map(({ id }) => id))
  const waiting: RequestSummary[] = []
  const followed: RequestSummary[] = []
  const summaries = await summarise(db, rows)
  for (const [at, row] of rows.entries()) {
    const one = summaries[at]
    if (!one) continue
    const holding = one.heldBy.map(({ id }) => id).filter((id) => units.includes(id))
    if (toCollate.has(row.id) || holding.some((unitId) => isHerTurn(row, unitId))) waiting.push(one)
    else if (holding.length > 0 || units.includes(row.unit_id)) followed.push(one)
  }
  waiting.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  return { waiting, followed }
}

/** Whether a return waits in a unit of hers, its own or one that countersigns, at a step that is hers or that she takes for someone. */
async function turns(
  db: Reader,
  person: PersonActor,
  units: readonly string[],
  rows: readonly ReturnRow[],
): Promise<(row: ReturnRow, unitId: string) => boolean> {
  const chains = await chainsOf(db, units)
  const delegations = await delegationsOf(db, units)
  const days = new Map<string, string>()
  const now = await databaseNow(db)
  for (const regionId of new Set(rows.map((row) => row.region_id)))
    days.set(regionId, (await regionWorkdays(db, regionId)).dayOf(now))
  return (row, unitId) => {
    const chain = chains.get(unitId) ?? usualChain
    const step = row.state === 'countersigning' ? (chain.at(-1) ?? null) : stepOf(chain, row.state, row.step)
    const asking = { personId: person.personId, roles: rolesIn(person, unitId) }
    return step !== null && mayAct(step, asking, delegations.get(unitId) ?? [], days.get(row.region_id) ?? '') !== null
  }
}

/** What has come in to the lead bureaus of these regions and is not yet collated. */
async function inRegions(db: Reader, regionIds: readonly string[]): Promise<ReturnRow[]> {
  if (regionIds.length === 0) return []
  return readReturns(db, { regionIds, states: ['submitted'], limit: most })
}
